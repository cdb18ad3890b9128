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
