import { sinceOf } from '../../src/upgrade/since';

test.each([
  [{ since: '1.34' }, 'Since 1.34.'],
  [{ since: '1.34', until: '1.34.2' }, 'Since 1.34, up to the version before 1.34.2.'],
  [{ gate: 'HonorPVReclaimPolicy' }, 'Since 1.31 (feature gate `HonorPVReclaimPolicy`).'],
])('%j in words', (validity, words) => {
  expect(sinceOf(validity)).toBe(words);
});
