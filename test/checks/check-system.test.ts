import { checkSystem } from '../../src/checks/check-system';
import { SYSTEM_CHECKS } from '../../src/checks/rules/registry';
import { ApiModel } from '../../src/kubernetes/api/model';

const POD = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1', envFrom: [{ secretRef: { name: 'absent' } }] }] } };
const MISSING = expect.objectContaining({ rule: 'missing-secret' });

const found = () => checkSystem([POD], {}, ApiModel.of());

afterEach(() => { jest.restoreAllMocks(); });

test('each finding says which manifest it is about', () => {
  expect(found()).toContainEqual({ about: POD, finding: MISSING });
});

test('a rule that throws is told, and keeps no other from running', () => {
  const [broken] = SYSTEM_CHECKS.filter(({ id }) => id !== 'missing-secret');
  jest.spyOn(broken, 'run').mockImplementation(() => { throw new Error('no'); });

  const findings = found().map(({ finding }) => finding);

  expect(findings).toContainEqual(expect.objectContaining({ rule: 'check-failed', message: `the check '${broken.id}' could not finish: no` }));
  expect(findings).toContainEqual(MISSING);
});

test('no manifests, no findings', () => {
  expect(checkSystem([], {}, ApiModel.of())).toEqual([]);
});
