import { arrowsOf, graphOf, set } from './support';
import { Graph } from '../../src/graph/graph';
import { withSharedArrows } from '../../src/graph/shared-arrows';

const toClasses = (graph: Graph) => arrowsOf(withSharedArrows(graph)).filter(arrow => arrow.includes('provisioned by'));

test('all claims of a set that go to one class have one arrow', () => {
  expect(toClasses(graphOf(set('db', 3)))).toEqual(['StatefulSet db -provisioned by (claims)-> StorageClass fast']);
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

test('what a change brings and what was there have an arrow each', () => {
  const graph = graphOf(set('db', 4));
  const edges = graph.edges.map(edge => /data-db-[23]/.test(edge.from) ? { ...edge, tone: 'added' as const, label: 'new: provisioned by' } : edge);

  expect(toClasses({ ...graph, edges })).toEqual([
    'StatefulSet db -provisioned by (claims)-> StorageClass fast',
    'StatefulSet db -new: provisioned by (claims)-> StorageClass fast',
  ]);
});
