import { yaml } from './diff/support';
import { manifestsOf, runExample } from './support/examples';
import { diff } from '../src/diff/diff';
import { plansFor } from '../src/diff/plan/plan';
import { Manifest } from '../src/kubernetes/manifest';

/** What charts make of a release `shop`: labels on everything, claim templates included. */
const LABELS = 'labels: { app.kubernetes.io/name: redis, app.kubernetes.io/instance: shop, app.kubernetes.io/component: master }';
const RELEASE = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: shop-redis-master, ${LABELS.replace(' }', ', app.kubernetes.io/managed-by: Helm, helm.sh/chart: redis-19.0.1 }')} }
spec:
  replicas: 1
  serviceName: shop-redis-headless
  selector: { ${LABELS.replace('labels', 'matchLabels')} }
  template:
    metadata: { ${LABELS} }
    spec:
      securityContext: { fsGroup: 1001 }
      containers:
        - name: redis
          image: redis:7.2.4
          ports: [{ name: redis, containerPort: 6379 }]
          volumeMounts: [{ name: redis-data, mountPath: /data }]
          securityContext: { runAsUser: 1001 }
  volumeClaimTemplates:
    - metadata: { name: redis-data, ${LABELS} }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 8Gi } } }
---
apiVersion: v1
kind: Service
metadata: { name: shop-redis-headless }
spec: { clusterIP: None, selector: { ${LABELS.replace('labels: { ', '').replace(' }', '')} }, ports: [{ name: redis, port: 6379, targetPort: redis }] }
---
apiVersion: v1
kind: Service
metadata: { name: shop-redis-master }
spec: { selector: { ${LABELS.replace('labels: { ', '').replace(' }', '')} }, ports: [{ name: redis, port: 6379, targetPort: redis }] }
`;

const release = yaml(RELEASE);
const adopting = manifestsOf(runExample('adoption-from-helm'));

/** The adopting manifests with one thing of the set changed. */
function without(change: (set: any) => void): Manifest[] {
  const copy = structuredClone(adopting);
  change(copy.find(({ kind }) => kind === 'StatefulSet'));
  return copy;
}

test('a release of a Helm chart is adopted: nothing is refused, no claim is left behind, clients find it', () => {
  const { changes, summary } = diff(release, adopting);

  expect(summary).toMatchObject({ dangerous: 0, accepted: 0 });
  expect(changes.flatMap(({ claims }) => claims).filter(({ fate }) => fate !== 'kept')).toEqual([]);
  expect(changes.filter(({ message }) => message.includes('is removed'))).toEqual([]);
  expect(plansFor(diff(release, adopting))).toEqual([]);
});

test.each<[string, string, (set: any) => void]>([
  ['the labels of its claim templates', 'claim-template-immutable:default/shop-redis-master/redis-data', ({ spec }) => { delete spec.volumeClaimTemplates[0].metadata.labels; }],
  ['its selector', 'statefulset-immutable:default/shop-redis-master/spec.selector.matchLabels.app.kubernetes.io/component', ({ spec }) => { delete spec.selector.matchLabels['app.kubernetes.io/component']; }],
  ['its serviceName', 'statefulset-immutable:default/shop-redis-master/spec.serviceName', ({ spec }) => { spec.serviceName = 'shop-redis-master'; }],
])('without %s it is refused, and the plan keeps the claims', (_, id, change) => {
  const comparison = diff(release, without(change));

  const ids = comparison.changes.filter(({ effect }) => effect === 'refused').map(refused => refused.id);
  const [plan] = plansFor(comparison);

  expect(ids).toEqual([id]);
  // The set is created again around its running pod; its template is another one, so the only pod then restarts.
  expect(plan).toMatchObject({ downtime: true, title: expect.stringContaining('its only pod restarts'), changes: expect.arrayContaining([id]) });
  expect(plan.steps.some(({ argv }) => argv.includes('--cascade=orphan'))).toBe(true);
});

test('the container keeps its name: under another one, it would run beside the old one', () => {
  const set = adopting.find(({ kind }) => kind === 'StatefulSet');

  expect(set?.spec.template.spec.containers.map(({ name }: { name: string }) => name)).toEqual(['redis']);
});
