import { diff } from '../../../src/diff/diff';
import { found, object, yaml } from '../support';

const service = (spec: object) => object('v1', 'Service', { spec }, 'web');
const web = (spec: object, container: object = {}) => object('apps/v1', 'Deployment', {
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.25', ...container }] } },
    ...spec,
  },
}, 'web');
const budget = (minAvailable: number) => object('policy/v1', 'PodDisruptionBudget', { spec: { minAvailable, selector: { matchLabels: { app: 'web' } } } }, 'web');
const named = (name: string) => web({}, { ports: [{ name, containerPort: 8080 }] });
const toHttp = service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] });

describe('newly-broken: something that no longer works with the rest', () => {
  test('an object that stays as it is loses what it needs', () => {
    expect(found('newly-broken', [toHttp, named('http')], [toHttp, named('api')])).toMatchObject([{
      id: 'newly-broken:data/web/service-target-port',
      severity: 'error',
      effect: 'access',
      object: { kind: 'Service' },
      path: '/spec/ports/0/targetPort',
    }]);
  });

  test.each([
    ['a budget that lets no pod go', [budget(1), web({})], [budget(2), web({})], 'eviction-blocked'],
    ['fewer pods under the same budget', [budget(1), web({})], [budget(1), web({ replicas: 1 })], 'eviction-blocked'],
    ['a Service that finds no pods', [service({ selector: { app: 'web' } }), web({})], [service({ selector: { app: 'shop' } }), web({})], 'service-selects-pods'],
    ['a new quota', [web({})], [web({}), object('v1', 'ResourceQuota', { spec: { hard: { pods: '1' } } })], 'quota-exceeded'],
  ])('%s is told', (_, before, after, check) => {
    expect(found('newly-broken', before, after).map(({ id }) => id.split('/').pop())).toEqual([check]);
  });

  test('what was wrong before is not told again, whatever words it is told in now', () => {
    const [four, six] = [4, 6].map(replicas => [budget(replicas), web({ replicas })]);

    expect(found('newly-broken', four, six)).toEqual([]);
  });

  test('without a change there is nothing new, and nothing of objects that are new themselves', () => {
    const broken = [toHttp, named('api')];

    expect([found('newly-broken', broken, broken), found('newly-broken', [web({})], [web({}), toHttp])]).toEqual([[], []]);
  });

  test('an object that is nowhere counts if it was there before, and not if the name is new', () => {
    const scaler = (name: string) => object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, maxReplicas: 3 } });

    expect(found('newly-broken', [scaler('web'), web({}, { resources: { requests: { cpu: 1 } } })], [scaler('web')])).toMatchObject([{ id: 'newly-broken:data/it/missing-scale-target' }]);
    expect(found('newly-broken', [scaler('web')], [scaler('shop')])).toEqual([]);
  });

  test('what is acknowledged, or exists besides the manifests, is not told', () => {
    const changed = (options: object) => diff([toHttp, named('http')], [toHttp, named('api')], options).changes.filter(({ rule }) => rule === 'newly-broken');
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 3 } });
    const requesting = web({}, { resources: { requests: { cpu: 1 } } });
    const withoutTarget = (options: object) => diff([scaler, requesting], [scaler], options).changes.filter(({ rule }) => rule === 'newly-broken');

    expect(changed({})).toHaveLength(1);
    expect(changed({ acknowledgements: [{ rule: 'service-target-port', object: 'Service/web', reason: 'a sidecar listens' }] })).toEqual([]);
    expect(changed({ acknowledgements: [{ rule: 'service-target-port', object: 'Service/shop', reason: 'a sidecar listens' }] })).toHaveLength(1);
    expect(withoutTarget({})).toHaveLength(1);
    expect(withoutTarget({ environment: { objects: [{ kind: 'Deployment', namespace: 'data', name: 'web' }] } })).toEqual([]);
  });

  test('what a cluster printed is a part of it: what is new to that part may be there already', () => {
    const live = (manifest: ReturnType<typeof web>, spec: object = {}) => ({ ...manifest, metadata: { ...manifest.metadata, uid: 'u', resourceVersion: '1' }, spec: { ...manifest.spec as object, ...spec } });
    const quota = object('v1', 'ResourceQuota', { spec: { hard: { pods: '3' } } });
    const two = { ...web({}), metadata: { name: 'two', namespace: 'data' } };

    expect(found('newly-broken', [live(quota), live(web({}))], [quota, web({}), two, budget(2)])).toEqual([]);
    expect(found('newly-broken', [live(budget(1)), live(web({}))], [budget(2), web({})])).toHaveLength(1);
  });

  test('what a rule says of the same change is not said twice', () => {
    const labelled = (tier: string) => web({ template: { metadata: { labels: { app: 'web', tier } }, spec: { containers: [{ name: 'web', image: 'nginx:1.25' }] } } });
    const front = service({ selector: { tier: 'front' } });

    expect(diff([front, labelled('front')], [front, labelled('back')]).changes.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['selected-labels-removed']);
  });

  test('a field that the definition does not have any more is lost, and what it forbids is refused', () => {
    const side = (properties: string) => yaml(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: stores.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Store, plural: stores}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: ${properties}}}}}}]
---
{apiVersion: example.com/v1, kind: Store, metadata: {name: db}, spec: {size: 3, backup: daily}}
`);
    const both = side('{size: {type: integer}, backup: {type: string}}');

    expect(found('newly-broken', both, side('{size: {type: integer}}'))).toMatchObject([{ effect: 'stale-data', path: '/spec/backup' }]);
    expect(found('newly-broken', both, side('{size: {type: integer, maximum: 2}, backup: {type: string}}'))).toMatchObject([{ effect: 'refused', path: '/spec/size' }]);
  });
});
