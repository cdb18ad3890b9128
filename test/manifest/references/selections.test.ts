import { load } from 'js-yaml';
import { Manifest } from '../../../src/kubernetes/manifest';
import { selectionsOf } from '../../../src/manifest/references/selections';

const selections = (yaml: string) => selectionsOf(load(yaml) as Manifest);

test('a workload manages its own pods, and keeps near to or away from others', () => {
  const found = selections(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: a}
spec:
  selector: {matchLabels: {app: web}}
  template:
    spec:
      topologySpreadConstraints:
        - {topologyKey: zone, labelSelector: {matchLabels: {app: web}}}
        - {topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}
        - {topologyKey: zone}
      affinity:
        podAffinity:
          requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, namespaces: [b], labelSelector: {matchLabels: {app: db}}}]
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - {weight: 1, podAffinityTerm: {topologyKey: host, namespaceSelector: {}, labelSelector: {matchLabels: {app: web}}}}
`);

  const pod = '/spec/template/spec';
  expect(found.map(({ from, selector, ...rest }) => rest)).toEqual([
    { path: '/spec/selector', relation: 'manages', namespaces: ['a'] },
    { path: `${pod}/topologySpreadConstraints/0/labelSelector`, relation: 'spreads', required: true, namespaces: ['a'] },
    { path: `${pod}/topologySpreadConstraints/1/labelSelector`, relation: 'spreads', required: false, namespaces: ['a'] },
    {
      path: `${pod}/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector`,
      relation: 'keeps near',
      required: true,
      namespaces: ['b'],
    },
    {
      path: `${pod}/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/labelSelector`,
      relation: 'keeps away from',
      required: false,
      namespaces: [],
      namespaceSelector: {},
    },
  ]);
});

test.each([
  ['a Service without a selector', '{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {}}'],
  ['a Service that is only another name', '{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: ExternalName, selector: {a: b}}}'],
  ['a budget without a selector', '{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {}}'],
  ['a kind that Kubernetes does not bring', '{apiVersion: example.com/v1, kind: Deployment, metadata: {name: b}, spec: {selector: {}, template: {}}}'],
])('%s picks no pods', (_, yaml) => {
  const found = selections(yaml);

  expect(found).toEqual([]);
});

test('the selector of a ReplicationController is a plain mapping', () => {
  const found = selections('{apiVersion: v1, kind: ReplicationController, metadata: {name: r}, spec: {selector: {a: b}, template: {}}}');

  expect(found).toMatchObject([{ relation: 'manages', selector: { matchLabels: { a: 'b' } } }]);
});

test('a budget protects the pods it selects', () => {
  const found = selections('{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {selector: {matchLabels: {a: b}}}}');

  expect(found).toMatchObject([{ relation: 'protects', path: '/spec/selector' }]);
});
