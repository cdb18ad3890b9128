import { fileMounts } from '../../../src/constructs/databases/sidecar';

test('files are mounted one by one, where the app has them', () => {
  const mounts = fileMounts([{ path: '/scripts/members.sh', content: '' }]);

  expect(mounts).toEqual([{ name: 'files', mountPath: '/scripts/members.sh', subPath: 'scripts.members.sh', readOnly: true }]);
});
