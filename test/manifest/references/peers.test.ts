import { Manifest } from '../../../src/kubernetes/manifest';
import { Inventory } from '../../../src/manifest/inventory';
import { peersOf, selectorInWords } from '../../../src/manifest/references/peers';
import { References } from '../../../src/manifest/references/references';

const web: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } }, spec: { containers: [] } };

function peers(from: unknown[], direction: 'ingress' | 'egress' = 'ingress') {
  const rule = { [direction === 'ingress' ? 'from' : 'to']: from };
  const policy: Manifest = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p', namespace: 'shop' }, spec: { podSelector: {}, [direction]: [rule] } };
  return peersOf(policy, direction, 0, new References(new Inventory([policy, web])));
}

test('pods are found by their labels, in the namespace of the policy or in those that it selects', () => {
  expect(peers([{ podSelector: { matchLabels: { app: 'web' } } }])).toMatchObject([{ podLabels: 'app=web', pods: [{ workload: web }] }]);
  expect(peers([{ podSelector: {}, namespaceSelector: { matchLabels: { team: 'a' } } }], 'egress')).toMatchObject([{ podLabels: '', namespaceLabels: 'team=a', pods: [] }]);
  expect(peers([{ podSelector: {} }])[0]).not.toHaveProperty('namespaceLabels');
});

test('addresses, with what is left out', () => {
  expect(peers([{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }])).toMatchObject([{ addresses: '10.0.0.0/8', except: ['10.1.0.0/16'], pods: [] }]);
});

test('no peers are everybody', () => {
  expect(peers([])).toEqual([]);
});

test('a selector is written as kubectl does', () => {
  const matchExpressions = [['a', 'In', ['x', 'y']], ['b', 'NotIn', ['z']], ['c', 'Exists'], ['d', 'DoesNotExist']].map(([key, operator, values]) => ({ key, operator, values }));

  expect(selectorInWords({ matchLabels: { app: 'web' }, matchExpressions })).toBe('app=web,a in (x,y),b notin (z),c,!d');
});
