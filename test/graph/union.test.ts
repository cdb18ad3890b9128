import { graphOf, set } from './support';
import { Graph } from '../../src/graph/graph';
import { united } from '../../src/graph/union';

const marksIn = ({ nodes, groups }: Graph) => Object.fromEntries([...nodes, ...groups].flatMap(({ name, kind, marks = [] }) => marks.map(({ words }) => [`${kind} ${name}`, words])));

test('what only one side has is new or gone', () => {
  const both = united(graphOf(set('db', 2)), graphOf(set('db', 1)));

  expect(marksIn(both)).toEqual({ 'Pod db-1': 'gone', 'PersistentVolumeClaim data-db-1': 'gone' });
  expect(both.edges.filter(({ tone }) => tone).map(({ label, tone }) => [label, tone])).toEqual([['/data', 'gone'], ['provisioned by', 'gone']]);
});

test('an arrow says that it comes or goes where its ends stay', () => {
  const graph = graphOf(set('db', 1));
  const labels = (before: Graph, after: Graph) => united(before, after).edges.filter(({ tone }) => tone).map(({ label }) => label);

  expect(labels({ ...graph, edges: [] }, graph)).toEqual(graph.edges.map(({ label }) => `new: ${label}`));
  expect(labels(graph, { ...graph, edges: [] })).toEqual(graph.edges.map(({ label }) => `gone: ${label}`));
});

test('the same twice has no marks', () => {
  const graph = graphOf(set('db', 2));

  expect(united(graph, graph)).toEqual({ nodes: graph.nodes, groups: graph.groups, edges: graph.edges });
});

test('what is named and not there is not new', () => {
  const { nodes } = united(graphOf(''), graphOf(set('db', 1)));

  expect(nodes.find(({ kind }) => kind === 'StorageClass')!.marks).toBeUndefined();
});

test('what is there on both sides and needed on one is neither new nor gone', () => {
  const storage = '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: p}';
  const [used, unused] = [graphOf(`${set('db', 1)}---\n${storage}`), graphOf(storage)];
  const present = new Set(['StorageClass.storage.k8s.io/fast']);

  expect(marksIn(united(used, unused, present, present))).toMatchObject({ 'StatefulSet db': 'gone', 'StorageClass fast': 'used no longer' });
  expect(marksIn(united(unused, used, present, present))).toMatchObject({ 'StatefulSet db': 'new', 'StorageClass fast': 'used from now on' });
  expect(marksIn(united(used, unused, present))).toMatchObject({ 'StorageClass fast': 'gone' });
});

test('a namespace comes and goes with its manifest, not with what is in it', () => {
  const namespace = '{apiVersion: v1, kind: Namespace, metadata: {name: shop}}';
  const marks = (before: string, after: string, present: readonly string[]) =>
    united(graphOf(before), graphOf(after), new Set(), new Set(present)).groups.find(({ kind }) => kind === 'Namespace')!.marks?.map(({ words }) => words);
  const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {containers: [{image: a}]}}';

  expect(marks(`${namespace}\n---\n${pod}`, '', [])).toEqual(['gone']);
  expect(marks(`${namespace}\n---\n${pod}`, namespace, ['Namespace/shop'])).toEqual(['used no longer']);
  expect(marks(pod, '', [])).toEqual(['used no longer']);
});

test('a claim that stays and that no pod reads any more is a danger; one that is deleted as well is gone', () => {
  const claim = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: shop}, spec: {storageClassName: ""}}';
  const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {containers: [{image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: files}}]}}';
  const claimOf = (present: readonly string[]) => united(graphOf(`${claim}\n---\n${pod}`), graphOf(''), new Set(), new Set(present)).nodes.find(({ name }) => name === 'files');

  expect(claimOf(['PersistentVolumeClaim/shop/files'])!.marks).toEqual([{ tone: 'danger', words: 'its data stays, and no pod reads it any more' }]);
  expect(claimOf([])!.marks).toEqual([{ tone: 'gone', words: 'gone' }]);
});

test('a Secret that a Job has made stays when the Job goes', () => {
  const graph = { groups: [], edges: [], nodes: [{ id: 'Secret/shop/login', kind: 'Secret', name: 'login', lines: [], object: { apiVersion: 'batch/v1', kind: 'Job' }, derived: true }] };
  const nothing = { nodes: [], groups: [], edges: [] };

  expect(marksIn(united(graph, nothing))).toEqual({ 'Secret login': 'used no longer' });
  expect(marksIn(united(nothing, graph))).toEqual({ 'Secret login': 'new' });
});
