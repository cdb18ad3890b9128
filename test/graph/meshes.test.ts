import { arrowsOf, graphOf } from './support';
import { withMeshes } from '../../src/graph/meshes';

const deployment = (name: string, namespace = 'shop') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}, all: "yes"}}, spec: {containers: [{name: a, image: a}]}}}
`;
const policy = (to: string, from: readonly string[], port: number) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${to}-${port}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${to}}}, ingress: [{from: [${from.map(name => `{podSelector: {matchLabels: {app: ${name}}}}`).join(', ')}], ports: [{port: ${port}}]}]}
`;

/** Workloads, and groups of them in which each lets in all others on a port. */
function meshed(names: readonly string[], ...groups: (readonly [members: string, port: number])[]) {
  const policies = groups.flatMap(([members, port]) => [...members].map(to => policy(to, [...members].filter(from => from !== to), port)));
  return withMeshes(graphOf([...names.map(name => deployment(name)), ...policies].join('---')));
}

const boxesOf = (graph: ReturnType<typeof meshed>) => graph.nodes.filter(({ name }) => name === 'each reaches each other').map(({ kind, lines, group }) => ({ kind, lines, group }));

test('four workloads that reach each other have a box for that, and an arrow each, with two heads', () => {
  const graph = meshed([...'abcd'], ['abcd', 80]);

  expect(boxesOf(graph)).toEqual([{ kind: '4 workloads', lines: ['may reach 80'], group: 'namespace shop' }]);
  expect(arrowsOf(graph)).toEqual([...'abcd'].map(name => `Deployment ${name} --> 4 workloads each reaches each other`));
  expect(graph.edges.every(({ bothWays }) => bothWays)).toBe(true);
});

test('three have an arrow for each two of them', () => {
  const graph = meshed([...'abc'], ['abc', 80]);

  expect(boxesOf(graph)).toEqual([]);
  expect(graph.edges).toHaveLength(3);
  expect(graph.edges.every(({ bothWays }) => bothWays)).toBe(true);
});

test('who is reached and does not reach is not in the box', () => {
  const names = [...'abcde'];
  const all = graphOf([...names.map(name => deployment(name)), ...[...'abcd'].map(to => policy(to, [...'abcd'].filter(from => from !== to), 80)), policy('e', [...'abcd'], 80)].join('---'));

  const graph = withMeshes(all);

  expect(boxesOf(graph).map(({ kind }) => kind)).toEqual(['4 workloads']);
  expect(arrowsOf(graph).filter(arrow => arrow.endsWith('Deployment e'))).toEqual([...'abcd'].map(name => `Deployment ${name} -may reach 80-> Deployment e`));
});

test('one arrow that is missing makes the group smaller, and what is left keeps its arrows', () => {
  const text = [...'abcde'].map(name => deployment(name)).join('---');
  const policies = [...'abcde'].map(to => policy(to, [...'abcde'].filter(from => from !== to && !(to === 'a' && from === 'b')), 80));

  const graph = withMeshes(graphOf([text, ...policies].join('---')));

  expect(boxesOf(graph).map(({ kind }) => kind)).toEqual(['4 workloads']);
  expect(arrowsOf(graph)).toContain('Deployment a -may reach 80-> Deployment b');
  expect(arrowsOf(graph)).not.toContain('Deployment b -may reach 80-> Deployment a');
});

test('each port has a box of its own, and a workload can be in several', () => {
  expect(boxesOf(meshed([...'abcdefg'], ['abcd', 80], ['defg', 90])).map(({ lines }) => lines)).toEqual([['may reach 80'], ['may reach 90']]);
});

test('two groups that have one workload in common', () => {
  const names = [...'abcdefg'];
  const lets = (to: string) => new Set([...'abcd'.includes(to) ? 'abcd' : '', ...'defg'.includes(to) ? 'defg' : ''].filter(from => from !== to));

  const graph = withMeshes(graphOf([...names.map(name => deployment(name)), ...names.map(to => policy(to, [...lets(to)], 80))].join('---')));

  expect(boxesOf(graph)).toHaveLength(2);
  expect(graph.edges).toHaveLength(8);
});

test('of several namespaces it is in none', () => {
  const policyIn = (namespace: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all, namespace: ${namespace}}
spec: {podSelector: {matchLabels: {all: "yes"}}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {all: "yes"}}}]}]}
`;
  const graph = withMeshes(graphOf([deployment('a'), deployment('b'), deployment('c', 'site'), deployment('d', 'site'), policyIn('shop'), policyIn('site')].join('---')));

  expect(boxesOf(graph)).toEqual([{ kind: '4 workloads', lines: ['may reach any port'], group: undefined }]);
});

test('what a change brings is marked, and apart from what was there', () => {
  const { nodes, groups, edges } = graphOf([...'abcd'].map(name => deployment(name)).join('---'));
  const all = groups.filter(({ kind }) => kind === 'Deployment').map(({ id }) => id);
  const arrows = all.flatMap(from => all.filter(to => to !== from).map(to => ({ from, to, label: 'new: may reach 80', about: 'requests' as const, tone: 'added' as const })));

  const graph = withMeshes({ nodes, groups, edges: [...edges, ...arrows] });

  expect(graph.nodes.find(({ id }) => id === 'mesh 0')).toMatchObject({ lines: [], marks: [{ tone: 'added', words: 'new: may reach 80' }] });
  expect(graph.edges.map(({ tone }) => tone)).toEqual(Array(4).fill('added'));
});
