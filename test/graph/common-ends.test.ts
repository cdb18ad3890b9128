import { arrowsOf, graphOf, set } from './support';
import { withCommonEnds } from '../../src/graph/common-ends';
import { withSharedArrows } from '../../src/graph/shared-arrows';

const sets = (count: number, replicas: number) => withCommonEnds(withSharedArrows(graphOf(Array.from({ length: count }, (_, i) => set(`db-${i}`, replicas)).join('---'))));
const toClass = (graph: ReturnType<typeof sets>) => arrowsOf(graph).filter(arrow => arrow.endsWith('StorageClass fast'));

test('four arrows to a class are drawn', () => {
  expect(toClass(sets(4, 1))).toHaveLength(4);
});

test('more become lines of those from whom they come, and the class stays', () => {
  const [one, many] = [sets(5, 1), sets(5, 3)];

  expect([one, many].map(toClass)).toEqual([[], []]);
  expect(one.nodes.find(({ name }) => name === 'data-db-0-0')!.lines).toEqual(['1Gi · one node', 'provisioned by fast']);
  expect(many.groups.find(({ name }) => name === 'db-0')!.lines).toContain('provisioned by fast (claims)');
  expect(many.nodes.map(({ name }) => name)).toContain('fast');
});

test('arrows to another class stay', () => {
  const graph = withCommonEnds(graphOf([...Array.from({ length: 5 }, (_, i) => set(`db-${i}`, 1)), set('other', 1).replace('storageClassName: fast', 'storageClassName: slow')].join('---')));

  expect(arrowsOf(graph).filter(arrow => arrow.includes('provisioned by'))).toEqual(['PersistentVolumeClaim data-other-0 -provisioned by-> StorageClass slow']);
});

test('a class that has its name alone has no box where lines name it', () => {
  const named = (storageClass: string) => withCommonEnds(graphOf(set('db', 5).replace('storageClassName: fast, ', storageClass)), ['StorageClass'], 1);

  expect(named('').nodes.filter(({ kind }) => kind === 'StorageClass')).toEqual([]);
  expect(named('').nodes.find(({ name }) => name === 'data-db-0')!.lines).toContain("provisioned by the cluster's default");
  expect(named('storageClassName: fast, ').nodes.filter(({ kind }) => kind === 'StorageClass')).toHaveLength(1);
});
