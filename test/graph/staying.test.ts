import { arrowsOf, graphOf, set } from './support';
import { Graph } from '../../src/graph/graph';
import { unitedWithClaimsThatStay } from '../../src/graph/staying';
import { ClaimEffect } from '../../src/reports/change';

const NOTHING = new Set<string>();
const both = (before: Graph, after: Graph, { fates = {}, was = NOTHING, is = NOTHING }: { fates?: Record<string, ClaimEffect['fate']>; was?: Set<string>; is?: Set<string> } = {}) =>
  unitedWithClaimsThatStay(before, after, [was, is], new Map(Object.entries(fates)));
const tones = ({ edges }: Graph, end: string) => edges.filter(({ to }) => to.endsWith(end)).map(({ label, tone }) => [label, tone]);

test('claims of pods that go stay in their class, unless they are deleted', () => {
  const [before, after] = [graphOf(set('db', 2)), graphOf(set('db', 1))];

  expect(tones(both(before, after), 'fast')).toEqual([['provisioned by', undefined], ['provisioned by', undefined]]);
  expect(tones(both(before, after, { fates: { 'PersistentVolumeClaim/shop/data-db-1': 'deleted' } }), 'fast')).toEqual([['provisioned by', undefined], ['provisioned by', 'gone']]);
});

test('another class in the template is one for the claims that the new manifest has', () => {
  const graph = both(graphOf(set('db', 1)), graphOf(set('db', 1).replace('fast', 'slow')));

  expect(arrowsOf(graph).filter(arrow => arrow.includes('StorageClass')).sort()).toEqual([
    'PersistentVolumeClaim data-db-0 -in the new manifest: provisioned by-> StorageClass slow',
    'PersistentVolumeClaim data-db-0 -provisioned by-> StorageClass fast',
  ]);
  expect(graph.nodes.find(({ name }) => name === 'fast')!.marks).toBeUndefined();
});

test('a claim that is written down stays in its class when its readers come and go', () => {
  const claim = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: shop}, spec: {storageClassName: fast}}';
  const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {containers: [{image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: files}}]}}';
  const [read, unread] = [graphOf(`${claim}\n---\n${pod}`), graphOf('')];
  const there = new Set(['PersistentVolumeClaim/shop/files']);

  expect(tones(both(read, unread, { was: there, is: there }), 'fast')).toEqual([['provisioned by', undefined]]);
  expect(tones(both(unread, read, { was: there, is: there }), 'fast')).toEqual([['provisioned by', undefined]]);
  expect(tones(both(read, unread, { was: there }), 'fast')).toEqual([['provisioned by', 'gone']]);
});
