import { progressOf } from '../../../../scripts/kubernetes/trial/progress';

const pod = (name: string, status: object, nodeName?: string, deletionTimestamp?: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, deletionTimestamp }, spec: { nodeName }, status });
const ready = (name: string) => pod(name, { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }, 'node-1');
const waiting = (reason: string) => ({ state: { waiting: { reason } } });

test('a database is ready when each of its members is', () => {
  const pods = [ready('db-0'), ready('db-1'), ready('db-auth-create-x7k2p')];

  expect(progressOf(pods, 'db', 3)).toEqual({ line: 'db-0 is ready, db-1 is ready, db-2 is not made yet', isReady: false });
  expect(progressOf([...pods, ready('db-2')], 'db', 3)).toEqual({ line: 'db-0 is ready, db-1 is ready, db-2 is ready', isReady: true });
});

test.each([
  ['no node takes it', pod('db-0', { phase: 'Pending' }), 'waits for a node'],
  ['its init containers are run', pod('db-0', { phase: 'Pending', containerStatuses: [waiting('PodInitializing')] }, 'node-1'), 'starts'],
  ['its Secret is missing', pod('db-0', { phase: 'Pending', containerStatuses: [waiting('CreateContainerConfigError')] }, 'node-1'), 'waits (CreateContainerConfigError)'],
  ['its init container has no image', pod('db-0', { phase: 'Pending', initContainerStatuses: [waiting('ErrImagePull')] }, 'node-1'), 'waits (ErrImagePull)'],
  ['its probe fails', pod('db-0', { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }], containerStatuses: [{ state: { running: {} } }] }, 'node-1'), 'runs'],
  ['it was deleted while it was ready', { ...ready('db-0'), metadata: { name: 'db-0', deletionTimestamp: '2026-11-29T18:00:00Z' } }, 'ends'],
])('if %s, it is said', (_, member, state) => {
  expect(progressOf([member], 'db', 1)).toEqual({ line: `db-0 ${state}`, isReady: false });
});
