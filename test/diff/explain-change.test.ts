import { explainChange } from '../../src/diff/explain-change';

const rule = (id: string) => ({ id, why: '' });

test('a rule shows a wrong change with what the differ says of it, and a right one', () => {
  const { where, wrong, message, fix, right } = explainChange(rule('scale-in-deletes-claims'))!;

  expect(where).toBe('');
  expect(wrong).toEqual(expect.arrayContaining(['  kind: StatefulSet', '-   replicas: 3', '+   replicas: 2']));
  expect(message).toBe('3 → 2 replicas with whenScaled: Delete deletes data-db-2');
  expect(fix).toContain('Retain');
  expect(right).toContain('+   persistentVolumeClaimRetentionPolicy: {whenScaled: Retain}');
});

test('a rule of one version says which, and one that no manifest shows has no example', () => {
  expect(explainChange(rule('csi-driver-before-1.30'))!.where).toBe(' on Kubernetes 1.29');
  expect(explainChange(rule('not-checked'))).toBeUndefined();
});

test('of the lock the differ says nothing', () => {
  expect(explainChange(rule('system-not-locked'))).toEqual({ where: '', wrong: expect.arrayContaining(['+ kind: StatefulSet']) });
});
