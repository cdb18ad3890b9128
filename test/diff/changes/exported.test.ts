import { creatable, isDerived, writtenFields } from '../../../src/diff/changes/exported';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, object, podTemplate, statefulSet } from '../support';

/** What `kubectl get -o yaml` makes of a manifest. */
function exported(manifest: Manifest, spec: object, annotations: object = {}): Manifest {
  return {
    ...manifest,
    metadata: { ...manifest.metadata, uid: '1', resourceVersion: '7', generation: 2, creationTimestamp: '2024-01-01T00:00:00Z', managedFields: [{}], annotations, finalizers: ['kubernetes.io/pvc-protection'] } as any,
    spec: { ...manifest.spec, ...spec },
    status: { phase: 'Bound' },
  };
}

const claim = object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } });
const service = object('v1', 'Service', { spec: { type: 'LoadBalancer', selector: { a: 'b' }, ports: [{ name: 'http', port: 80 }], externalTrafficPolicy: 'Local' } });

const containers = [{ name: 'a', image: 'a:1' }];
const job = object('batch/v1', 'Job', { spec: { template: { spec: { restartPolicy: 'Never', containers } } } });
const pod = object('v1', 'Pod', { spec: { containers } });

const template = (annotations?: object) => ({ metadata: { labels: { app: 'db' }, ...annotations && { annotations } }, spec: { containers } });
const deployment = (annotations?: object) => object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'db' } }, template: template(annotations) } });
const place: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'it' } };
const apiService = object('apiregistration.k8s.io/v1', 'APIService', { spec: { group: 'b.c', version: 'v1', groupPriorityMinimum: 100, versionPriority: 1, service: { name: 'x', namespace: 'y' } } });
const definition = (clientConfig: object) => object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
  spec: { group: 'b.c', names: { kind: 'A', plural: 'as' }, scope: 'Namespaced', versions: [], conversion: { strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v1'] } } },
});
const converter = { service: { name: 'x', namespace: 'y' } };

describe('what the cluster says against what was written', () => {
  test.each([
    ['pods that somebody restarted', deployment(), exported(deployment(), { template: template({ 'kubectl.kubernetes.io/restartedAt': '2024-01-01T00:00:00Z' }) })],
    ['pods with other annotations that somebody restarted', deployment({ a: 'b' }), exported(deployment(), { template: template({ 'a': 'b', 'kubectl.kubernetes.io/restartedAt': '2024-01-01T00:00:00Z' }) })],
    ['a namespace that lives', place, exported(place, { finalizers: ['kubernetes'] })],
    ['an API service with the authority of its certificate', apiService, exported(apiService, { caBundle: 'YQ==' })],
    ['a definition with that of its conversion', definition(converter), exported(definition(converter), definition({ ...converter, caBundle: 'YQ==' }).spec)],
    ['a bound claim', claim, exported(claim, { volumeName: 'pv', storageClassName: 'standard', volumeMode: 'Filesystem' }, { 'pv.kubernetes.io/bind-completed': 'yes' })],
    ['a Service with all that was allocated', service, exported(service, {
      clusterIP: '10.0.0.7',
      clusterIPs: ['10.0.0.7'],
      ipFamilies: ['IPv6'],
      ipFamilyPolicy: 'SingleStack',
      healthCheckNodePort: 31000,
      sessionAffinity: 'None',
      ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 80, nodePort: 32000 }],
    })],
    ['a Job with its own labels', job, exported(job, {
      parallelism: 1,
      completions: 1,
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } },
      template: { metadata: { labels: { 'batch.kubernetes.io/controller-uid': '1', 'job-name': 'it' } }, spec: job.spec.template.spec },
    })],
    ['a Pod on its node, with the token of its account', pod, exported(pod, {
      nodeName: 'one',
      serviceAccount: 'default',
      serviceAccountName: 'default',
      containers: [{ ...pod.spec.containers[0], volumeMounts: [{ name: 'kube-api-access-x', mountPath: '/var/run/secrets', readOnly: true }] }],
      volumes: [{ name: 'kube-api-access-x', projected: { sources: [] } }],
    })],
  ])('%s is no change', (_, written, live) => {
    expect(diff([live], [written]).changes).toEqual([]);
  });

  test('a field that somebody wrote and left out is a change all the same', () => {
    const labelled = { ...claim, metadata: { ...claim.metadata, labels: { a: 'b' } } };

    expect(diff([exported(labelled, { volumeName: 'pv' })], [claim]).changes).toMatchObject([{ effect: 'none', path: '/metadata/labels' }]);
  });

  test('what kubectl apply remembers is what was written', () => {
    const live = exported(claim, { volumeName: 'pv' }, { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(claim) });

    expect(writtenFields(live)).toEqual(claim);
    expect(diff([live], [claim]).changes).toEqual([]);
  });

  test('kubectl\'s note that there are no annotations takes none away', () => {
    const { metadata, ...rest } = claim;
    const applied = JSON.stringify({ ...rest, metadata: { ...metadata, annotations: {} } });
    const live = exported(claim, { volumeName: 'pv' }, { 'kubectl.kubernetes.io/last-applied-configuration': applied, 'deployment.kubernetes.io/revision': '1' });

    expect(diff([live], [claim]).changes).toEqual([]);
  });

  test('a memory that cannot be read is none', () => {
    const live = exported(claim, { volumeName: 'pv' }, { 'kubectl.kubernetes.io/last-applied-configuration': '{' });

    expect(writtenFields(live).spec).toEqual(claim.spec);
  });
});

describe('claims in the cluster that no manifest has', () => {
  const set = statefulSet({ replicas: 2 });
  const pvc = (name: string) => object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }, name);
  const live = (name: string, annotations?: object) => exported(pvc(name), { volumeName: `pv-${name}` }, annotations);
  const ids = (before: Manifest[], after: Manifest[]) => diff(before, after).changes.map(({ id }) => id);

  test('are not gone while the set that made them stays, nor after their pods went', () => {
    expect(ids([set, live('data-db-0'), live('data-db-1'), live('data-db-7')], [set])).toEqual([]);
  });

  test('are told with their set when it goes', () => {
    const changes = diff([set, live('data-db-0'), live('data-db-1')], []).changes;

    expect(changes.map(({ id }) => id)).toEqual(['set-removed:data/db']);
    expect(changes[0].claims).toEqual(['data-db-0', 'data-db-1'].map(name => ({ namespace: 'data', name, fate: 'stranded' })));
  });

  test('are told with their set when it gets another name', () => {
    const other = statefulSet({ replicas: 2 }, { name: 'pg' });

    expect(ids([set, live('data-db-0'), live('data-db-1')], [other])).toEqual(['set-renamed:data/db']);
    expect(plansFor(diff([set, live('data-db-0'), live('data-db-1')], [other])).map(({ object: { kind } }) => kind)).toEqual(['StatefulSet']);
  });

  test.each([
    ['a claim that no set made', live('files')],
    ['a claim of a set of which nothing is known', live('data-web-0')],
    ['a claim with a name that no set gives', live('data-db-00')],
    ['a claim that somebody applied for a set', live('data-db-0', { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(pvc('data-db-0')) })],
    ['a claim for a set in a manifest', pvc('data-db-0')],
  ])('%s is gone', (_, missing) => {
    expect(ids([set, missing], [set])).toEqual([`data-object-removed:data/${missing.metadata!.name}/PersistentVolumeClaim`]);
  });

  test('are counted once where their namespace goes', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' } };

    const [change] = diff([namespace, set, live('data-db-0'), live('data-db-1')], [set]).changes;

    expect(change.claims.map(({ name }) => name)).toEqual(['data-db-0', 'data-db-1']);
  });
});

describe('other objects in the cluster that no manifest has', () => {
  const made = (manifest: Manifest, more: object) => ({ ...manifest, metadata: { ...manifest.metadata, uid: '1', ...more } } as Manifest);
  const owned = (kind: string) => ({ ownerReferences: [{ apiVersion: 'apps/v1', kind, name: 'a', uid: '2', controller: true }] });
  const ids = (before: Manifest[], after: Manifest[]) => diff(before, after).changes.map(({ id }) => id);
  const entry = (metadata: object) => ({ manager: 'a', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: { 'f:metadata': metadata } });
  const volume = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pvc-1' }, spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, hostPath: { path: '/a' } } };
  const provisioned = { annotations: { 'pv.kubernetes.io/provisioned-by': 'a.b/c' } };
  const ephemeral = object('v1', 'PersistentVolumeClaim', { spec: claimTemplate().spec }, 'web-1-scratch');

  test.each<[string, Manifest]>([
    ['a pod of a controller', made(pod, owned('ReplicaSet'))],
    ['the claim of an ephemeral volume', made(ephemeral, owned('Pod'))],
    ['the certificates that every namespace has', made(object('v1', 'ConfigMap', {}, 'kube-root-ca.crt'), {})],
    ['the endpoints of a Service', made(object('v1', 'Endpoints', {}), {})],
    ['a volume that a provisioner made', made(volume, provisioned)],
    ['one that it applied on the server', made(volume, { ...provisioned, managedFields: [entry({ 'f:annotations': { 'f:pv.kubernetes.io/provisioned-by': {} } })] })],
    ['a revision with the annotations of its set', made(object('apps/v1', 'ControllerRevision', { revision: 1 }), {
      ...owned('StatefulSet'), annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
    })],
  ])('%s is not gone', (_, live) => {
    expect(ids([service, live], [service])).toEqual([]);
  });

  test.each<[string, Manifest]>([
    ['a pod that somebody made', made(pod, {})],
    ['a volume that somebody made', made(volume, {})],
    ['one that somebody applied since', made(volume, { ...provisioned, managedFields: [entry({ 'f:labels': { 'f:a': {} } })] })],
    ['a claim whose owner only holds it', made(ephemeral, { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: '2' }] })],
  ])('%s is gone', (_, live) => {
    expect(ids([live], [])).toHaveLength(1);
  });
});

describe('what controllers make of workloads', () => {
  const made = (manifest: Manifest, owner: string, apiVersion = 'apps/v1') => ({
    ...manifest, metadata: { ...manifest.metadata, uid: '1', ownerReferences: [{ apiVersion, kind: owner, name: 'a', uid: '2', controller: true }] },
  } as Manifest);

  const startedByHand = (annotations: Record<string, string>): Manifest => ({
    ...job, metadata: { name: 'it', uid: '1', annotations, ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: 'a', uid: '2' }] },
  });

  test.each<[string, Manifest, boolean]>([
    ['a Job of a CronJob is', made(job, 'CronJob', 'batch/v1'), true],
    ['a Job that kubectl 1.27 made of a CronJob is', startedByHand({ 'cronjob.kubernetes.io/instantiate': 'manual' }), true],
    ['a Job whose owner only holds it is not', startedByHand({}), false],
    ['a claim of a set is not', made(claim, 'StatefulSet'), false],
    ['what an operator made is not', made(job, 'Backup', 'example.com/v1'), false],
    ['a manifest is not', { ...job, metadata: { name: 'it', ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: 'a', uid: '2', controller: true }] } }, false],
  ])('%s left to them', (_, live, expected) => {
    expect(isDerived(live)).toBe(expected);
  });

  test('does not use claims besides them', () => {
    const mounting = (apiVersion: string, kind: string) => object(apiVersion, kind, {
      spec: { replicas: 1, selector: { matchLabels: { app: 'db' } }, template: podTemplate({ volumeMounts: [] }, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'it' } }] }) },
    }, 'web');
    const [before, after] = [mounting('apps/v1', 'Deployment'), { ...mounting('apps/v1', 'Deployment') }];
    after.spec = JSON.parse(JSON.stringify(after.spec).replace('"it"', '"other"'));

    const plans = plansFor(diff([claim, before, made(mounting('apps/v1', 'ReplicaSet'), 'Deployment')], [{ ...claim, metadata: { name: 'other', namespace: 'data' } }, after]));

    expect(plans.map(({ title }) => title)).toEqual(['PersistentVolumeClaim data/it becomes data/other']);
  });
});

describe('another object like one in the cluster', () => {
  const live = exported(job, {
    selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': '1' } },
    template: { metadata: { labels: { 'batch.kubernetes.io/controller-uid': '1', 'a': 'b' } }, spec: job.spec.template.spec },
  });

  test('has none of the labels that a Job made for itself', () => {
    expect(creatable(live).spec).toEqual({ template: { metadata: { labels: { a: 'b' } }, spec: job.spec.template.spec } });
  });

  test('has them where somebody chose them', () => {
    const manual = { ...live, spec: { ...live.spec, manualSelector: true } };

    expect(creatable(manual)).toBe(manual);
  });
});
