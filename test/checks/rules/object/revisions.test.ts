import { judges, of } from './judge';

const revision = (data: string) => of('ControllerRevision', 'apps/v1', `revision: 1, data: ${data}`);

describe('since the server looks at what is kept', () => judges([
  ['a part of an object', revision('{spec: {}}')],
  ['a list', revision('[]'), 'controller-revision-data /data'],
], '1.31'));

describe('before', () => judges([
  ['a list', revision('[]')],
], '1.30'));
