import { arrowsOf, graphOf, set } from './support';

const policy = (from: string) => `
---
{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db, namespace: shop},
 spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [${from}], ports: [{port: 6379}]}]}}`;
const WEB = '\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{image: a}]}}}}';

const reachers = (from: string) => arrowsOf(graphOf(set('db', 1) + WEB + policy(from))).filter(arrow => arrow.includes('may reach')).map(arrow => arrow.replace(' -may reach 6379-> StatefulSet db', ''));

test.each([
  ['{podSelector: {matchLabels: {app: web}}}', ['Deployment web']],
  ['{podSelector: {}}', ['any pod of shop']],
  ['{ipBlock: {cidr: 10.0.0.0/8}}', ['addresses 10.0.0.0/8']],
  ['{podSelector: {matchLabels: {app: other}}}', ['pods with app=other']],
  ['{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}', ['any pod of namespace ingress']],
  ['{namespaceSelector: {matchLabels: {team: a}}}', ['any pod of namespaces with team=a']],
  ['{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}, podSelector: {matchLabels: {app: prometheus}}}', ['pods with app=prometheus in namespace monitoring']],
  ['{namespaceSelector: {}, podSelector: {matchLabels: {app: prometheus}}}', ['pods with app=prometheus in any namespace']],
  ['', ['everybody ']],
  // Its own pods are in the frame.
  ['{podSelector: {matchLabels: {app: db}}}', []],
])('%s', (from, expected) => {
  expect(reachers(from)).toEqual(expected);
});

test('a workload that a policy restricts is not open', () => {
  expect(graphOf(set('db', 1) + policy('')).groups.find(({ name }) => name === 'db')!.lines).not.toContain('open to every pod');
});

test('a rule for addresses and pods draws both', () => {
  expect(reachers('{ipBlock: {cidr: 10.0.0.0/8}}, {podSelector: {matchLabels: {app: web}}}')).toEqual(['addresses 10.0.0.0/8', 'Deployment web']);
});

test('pods of the namespace stand in its frame, also where another one has a policy in the same words', () => {
  const two = set('db', 1) + policy('{podSelector: {matchLabels: {app: other}}}');
  const strangers = (text: string) => graphOf(text).nodes.filter(({ kind }) => /pod/.test(kind)).map(({ name, group }) => [name, group]);

  expect(strangers(`${two}\n---\n${two.replaceAll('namespace: shop', 'namespace: mall')}`)).toEqual([['app=other', 'namespace shop'], ['app=other', 'namespace mall']]);
  expect(strangers(set('db', 1) + policy('{podSelector: {}}'))).toEqual([['shop', 'namespace shop']]);
  expect(strangers(set('db', 1) + policy('{namespaceSelector: {matchLabels: {team: a}}}'))).toEqual([['namespaces with team=a', undefined]]);
});
