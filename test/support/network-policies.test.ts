import { mayConnect } from './network-policies';

const policy = (spec: object) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'a', namespace: 'data' }, spec });
const db = { namespace: 'data', labels: { app: 'db' } };
const web = { namespace: 'data', labels: { app: 'web' } };
const podSelector = { matchLabels: { app: 'db' } };

test('a pod that no policy selects is open', () => {
  expect(mayConnect([policy({ podSelector, policyTypes: ['Ingress'], ingress: [] })], db, web, 80)).toBe(true);
});

test('a pod that is selected is open to what a policy allows, and to nothing else', () => {
  const policies = [policy({ podSelector, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }] }] })];

  expect(mayConnect(policies, web, db, 80)).toBe(true);
  expect(mayConnect(policies, web, db, 81)).toBe(false);
  expect(mayConnect(policies, { ...web, namespace: 'other' }, db, 80)).toBe(false);
  expect(mayConnect(policies, { address: '192.0.2.1' }, db, 80)).toBe(false);
});

test('several policies are open to what any of them allows', () => {
  const one = (port: number) => policy({ podSelector, policyTypes: ['Ingress'], ingress: [{ ports: [{ port }] }] });

  expect([80, 81, 82].map(port => mayConnect([one(80), one(81)], web, db, port))).toEqual([true, true, false]);
});

test('who may connect where is asked at both ends', () => {
  const closed = policy({ podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] });

  expect(mayConnect([closed], web, db, 80)).toBe(false);
  expect(mayConnect([closed], web, { address: '10.1.2.3' }, 80)).toBe(true);
  expect(mayConnect([closed], db, web, 80)).toBe(true);
});

test('a namespace is chosen by its labels, of which one is its name', () => {
  const policies = [policy({
    podSelector,
    policyTypes: ['Ingress'],
    ingress: [{
      from: [
        { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }, { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector },
      ],
    }],
  })];

  expect(mayConnect(policies, { namespace: 'shop' }, db, 80)).toBe(true);
  expect(mayConnect(policies, { namespace: 'other', namespaceLabels: { team: 'a' } }, db, 80)).toBe(false);
  expect(mayConnect(policies, { namespace: 'other', namespaceLabels: { team: 'a' }, labels: { app: 'db' } }, db, 80)).toBe(true);
});
