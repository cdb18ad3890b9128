import { arrowsOf, graphOf, set } from './support';
import { compact } from '../../src/graph/compact';
import { withFewerArrows } from '../../src/graph/fewer-arrows';

const reader = (name: string, secret: string) => `---
{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}, namespace: shop}, spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}},
 spec: {containers: [{image: a, envFrom: [{secretRef: {name: ${secret}}}]}]}}}}
`;
const compacted = (text: string) => compact(withFewerArrows(graphOf(text)));
const boxOf = ({ nodes }: ReturnType<typeof compact>, kind: string) => nodes.find(node => node.kind === kind)!;

test('the Service of one workload stands in its frame, with its ports', () => {
  const graph = compacted(set('db', 3));

  expect(boxOf(graph, 'Service')).toMatchObject({ group: 'StatefulSet.apps/shop/db', lines: ['db.shop.svc', 'headless: a name for each pod', '6379 → redis'] });
  expect(arrowsOf(graph).join()).not.toContain('Service');
});

test('a Service that something routes to, or that reaches several workloads, keeps its arrows', () => {
  const ingress = `---
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: shop}, spec: {defaultBackend: {service: {name: db, port: {number: 6379}}}}}`;

  expect(boxOf(compacted(set('db', 3) + ingress), 'Service').group).toBe('namespace shop');
});

test('a Secret that one workload reads stands in its frame; those of several, and of frames with other arrows, do not', () => {
  expect(boxOf(compacted(reader('a', 'login')), 'Secret')).toMatchObject({ group: 'Deployment.apps/shop/a', lines: ['read'] });
  expect(boxOf(compacted(reader('a', 'login') + reader('b', 'login')), 'Secret')).toMatchObject({ group: 'namespace shop', lines: [] });
  const oneClaim = set('db', 1, { pod: 'initContainers: [{name: i, image: a, envFrom: [{secretRef: {name: login}}]}]' });
  expect(boxOf(compacted(oneClaim), 'Secret').group).toBe('namespace shop');
});

test('what more than two read is told in lines', () => {
  const graph = compacted(['a', 'b', 'c'].map(name => reader(name, 'login')).join(''));

  expect(graph.edges).toEqual([]);
  expect(graph.groups.filter(({ kind }) => kind === 'Deployment').every(({ lines }) => lines.includes('reads login'))).toBe(true);
  expect(boxOf(graph, 'Secret').lines).toEqual(['used by 3 workloads']);
});

test('a class that two workloads have is told in lines, and that of one has its arrow', () => {
  const toClass = (text: string) => arrowsOf(compacted(text)).filter(arrow => arrow.includes('StorageClass'));

  expect(toClass(set('db', 3))).toEqual(['StatefulSet db -provisioned by (claims)-> StorageClass fast']);
  expect(toClass(`${set('db', 3)}---${set('cache', 3)}`)).toEqual([]);
});

test('what a change brings or takes away keeps its arrow', () => {
  const graph = graphOf(reader('a', 'login'));
  const changed = { ...graph, edges: graph.edges.map(edge => ({ ...edge, tone: 'added' as const })) };

  expect(compact(changed).edges).toHaveLength(1);
});
