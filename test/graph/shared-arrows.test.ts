import { arrowsOf, graphOf, set } from './support';
import { Graph } from '../../src/graph/graph';
import { withSharedArrows } from '../../src/graph/shared-arrows';

const toClasses = (graph: Graph) => arrowsOf(withSharedArrows(graph)).filter(arrow => arrow.includes('provisioned by'));

test('all claims of a set that go to one class have one arrow', () => {
  expect(toClasses(graphOf(set('db', 3)))).toEqual(['StatefulSet db -provisioned by (3 claims)-> StorageClass fast']);
});

test('a single claim keeps its arrow', () => {
  expect(toClasses(graphOf(set('db', 1)))).toEqual(['PersistentVolumeClaim data-db-0 -provisioned by-> StorageClass fast']);
});

test('an arrow for some of the claims only would say too much', () => {
  const second = ', {metadata: {name: log}, spec: {storageClassName: slow, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]';
  const graph = graphOf(set('db', 2).replace(/\}\]\n\n---/, `}${second}\n---`).replace('mountPath: /data}', 'mountPath: /data}, {name: log, mountPath: /log}'));

  expect(toClasses(graph).sort()).toEqual([
    'PersistentVolumeClaim data-db-0 -provisioned by-> StorageClass fast',
    'PersistentVolumeClaim data-db-1 -provisioned by-> StorageClass fast',
    'PersistentVolumeClaim log-db-0 -provisioned by-> StorageClass slow',
    'PersistentVolumeClaim log-db-1 -provisioned by-> StorageClass slow',
  ]);
});

test('what a change brings and what was there are told apart', () => {
  const graph = graphOf(set('db', 2));
  const edges = graph.edges.map(edge => edge.from.endsWith('data-db-1') ? { ...edge, tone: 'added' as const } : edge);

  expect(toClasses({ ...graph, edges })).toHaveLength(2);
});
