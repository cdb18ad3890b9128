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

const twoClaims = (pods: number, slow: string) => {
  const second = `, {metadata: {name: log}, spec: {storageClassName: ${slow}, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]`;
  return graphOf(set('db', pods).replace(/\}\]\n\n---/, `}${second}\n---`).replace('mountPath: /data}', 'mountPath: /data}, {name: log, mountPath: /log}'));
};

test('where claims go to several classes, each arrow says for which claims it stands', () => {
  expect(toClasses(twoClaims(9, 'slow')).sort()).toEqual([
    'StatefulSet db -provisioned by (data)-> StorageClass fast',
    'StatefulSet db -provisioned by (log)-> StorageClass slow',
  ]);
});

test('both claims of a single pod that go to one class have one arrow', () => {
  expect(toClasses(twoClaims(1, 'fast'))).toEqual(['StatefulSet db -provisioned by (claims)-> StorageClass fast']);
});

test('claims that go each to its own end keep their arrows', () => {
  const graph = graphOf(set('db', 2));
  const apart = { ...graph, edges: graph.edges.map(edge => edge.from.endsWith('data-db-1') ? { ...edge, to: 'Service/shop/db' } : edge) };

  expect(toClasses(apart)).toEqual(['PersistentVolumeClaim data-db-0 -provisioned by-> StorageClass fast', 'PersistentVolumeClaim data-db-1 -provisioned by-> Service db']);
});

test('what a change brings and what was there have an arrow each, which says so', () => {
  const graph = graphOf(set('db', 4));
  const labels = (tone: 'added' | 'gone', label: string) => {
    const edges = graph.edges.map(edge => /data-db-[23]/.test(edge.from) && edge.label === 'provisioned by' ? { ...edge, tone, label } : edge);
    return toClasses({ ...graph, edges }).map(arrow => /-(.*)->/.exec(arrow)![1]);
  };

  expect(labels('added', 'provisioned by')).toEqual(['provisioned by (claims)', 'provisioned by (new claims)']);
  expect(labels('gone', 'provisioned by')).toEqual(['provisioned by (claims)', 'provisioned by (claims that are gone)']);
  expect(labels('added', 'new: provisioned by')).toEqual(['provisioned by (claims)', 'new: provisioned by (claims)']);
});
