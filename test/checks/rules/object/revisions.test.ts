import { testRules, of } from './rule-cases';

const revision = (data: string) => of('ControllerRevision', 'apps/v1', `revision: 1, data: ${data}`);

describe('since the server looks at what is kept', () => testRules([
  ['a part of an object', revision('{spec: {}}')],
  ['a list', revision('[]'), 'controller-revision-data /data'],
], '1.31'));

describe('before', () => testRules([
  ['a list', revision('[]')],
], '1.30'));
