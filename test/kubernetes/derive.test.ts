import { parse } from 'yaml';
import { deriveObjects } from '../../src/kubernetes/derive';
import { Manifest } from '../../src/kubernetes/manifest';

function set(fields = '', podFields = ''): Manifest {
  return parse(`
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: data}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db, tier: back}, annotations: {a: b}}
    spec: {containers: [{name: db, image: a:1}], ${podFields}}
  volumeClaimTemplates:
  - {metadata: {name: data, labels: {app: other, x: y}}, spec: {accessModes: [ReadWriteOnce]}}
${fields}`);
}

const job = 'template: {spec: {containers: []}}';

describe('Pods of a Job without a name of its own', () => {
  it('belong to a Job that is named as the server names it', () => {
    const [pod] = deriveObjects(parse(`{apiVersion: batch/v1, kind: Job, metadata: {generateName: report-}, spec: {${job}}}`));

    expect(pod.manifest.metadata!.labels).toMatchObject({ 'job-name': 'report-x7k2p' });
  });
});

describe('Pods of a StatefulSet', () => {
  it('are named after the set and their ordinal, which is their host name too', () => {
    const [first] = deriveObjects(set());

    expect(first.manifest.metadata).toMatchObject({ name: 'db-0', namespace: 'data', annotations: { a: 'b' } });
    expect(first.manifest.spec).toMatchObject({ hostname: 'db-0', subdomain: 'db' });
  });

  it('carry the labels of the template and those of the controller, the revision with 11 characters more than the name', () => {
    const [first] = deriveObjects(set());

    expect(first.manifest.metadata?.labels).toMatchObject({ 'app': 'db', 'tier': 'back', 'statefulset.kubernetes.io/pod-name': 'db-0' });
    expect(first.manifest.metadata?.labels?.['controller-revision-hash']).toHaveLength('db'.length + 11);
  });

  it('have the volumes of their claims, which take the place of volumes of the same name', () => {
    const [first] = deriveObjects(set('', 'volumes: [{name: data, emptyDir: {}}, {name: tmp, emptyDir: {}}]'));

    expect(first.manifest.spec.volumes).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } },
      { name: 'tmp', emptyDir: {} },
    ]);
  });

  it('are the first and the last, if the last has a longer name', () => {
    const names = deriveObjects(set('  replicas: 11')).map(({ manifest }) => manifest.metadata?.name);

    expect(names).toEqual(['db-0', 'db-10', 'data-db-0', 'data-db-10']);
  });

  it('are one for all if their names are equally long, and start where the ordinals start', () => {
    const names = deriveObjects(set('  replicas: 3\n  ordinals: {start: 5}')).map(({ manifest }) => manifest.metadata?.name);

    expect(names).toEqual(['db-5', 'data-db-5']);
  });

  it('are derived for a set that is scaled to zero too, since it will be scaled up', () => {
    const names = deriveObjects(set('  replicas: 0')).map(({ manifest }) => manifest.metadata?.name);

    expect(names).toEqual(['db-0', 'data-db-0']);
  });

  it.each([
    ['/spec/containers/0/image', '/spec/template/spec/containers/0/image'],
    ['/metadata/labels/app', '/spec/template/metadata/labels/app'],
    ['/metadata/labels/controller-revision-hash', '/metadata/name'],
    ['/metadata/name', '/metadata/name'],
    ['/metadata/namespace', '/metadata/namespace'],
    ['/spec/hostname', '/metadata/name'],
    ['/spec/subdomain', '/spec/serviceName'],
    ['/spec/volumes/0/name', '/spec/volumeClaimTemplates/0/metadata/name'],
    ['/spec/volumes/0/persistentVolumeClaim/claimName', '/spec/volumeClaimTemplates/0'],
    ['/spec/volumes/1/hostPath/path', '/spec/template/spec/volumes/1/hostPath/path'],
    ['/spec/volumes/7', '/spec/template/spec/volumes/7'],
  ])('tell that %s comes from %s', (path, origin) => {
    const [first] = deriveObjects(set('', 'volumes: [{name: data, emptyDir: {}}, {name: tmp, hostPath: {path: /tmp}}]'));

    expect(first.originOf(path)).toBe(origin);
  });
});

describe('claims of a StatefulSet', () => {
  const claim = deriveObjects(set())[1];

  it('have the labels of their template, and over them those that the set selects by', () => {
    expect(claim.manifest).toMatchObject({ kind: 'PersistentVolumeClaim', metadata: { name: 'data-db-0', namespace: 'data', labels: { app: 'db', x: 'y' } } });
  });

  it.each([
    ['/metadata/labels/app', '/spec/selector/matchLabels/app'],
    ['/metadata/labels/x', '/spec/volumeClaimTemplates/0/metadata/labels/x'],
    ['/metadata/name', '/spec/volumeClaimTemplates/0/metadata/name'],
    ['/metadata/namespace', '/metadata/namespace'],
    ['/spec/accessModes', '/spec/volumeClaimTemplates/0/spec/accessModes'],
  ])('tell that %s comes from %s', (path, origin) => {
    expect(claim.originOf(path)).toBe(origin);
  });
});

describe('other workloads', () => {
  it('a Pod has nothing derived', () => {
    const derived = deriveObjects({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} });

    expect(derived).toEqual([]);
  });

  it('Pods of a Deployment carry a hash, and a name that is cut to fit', () => {
    const [pod] = deriveObjects(parse(`{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${'a'.repeat(80)}}, spec: {template: {metadata: {labels: {app: a}}, spec: {}}}}`));

    expect(pod.manifest.metadata?.name).toHaveLength(63);
    expect(pod.manifest.metadata?.labels).toMatchObject({ 'app': 'a', 'pod-template-hash': expect.any(String) });
  });

  it('Pods of a Job are labelled with its name', () => {
    const [pod] = deriveObjects(parse(`{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {${job}}}`));

    expect(pod.manifest.metadata?.labels).toMatchObject({ 'job-name': 'a', 'batch.kubernetes.io/job-name': 'a' });
    expect(pod.originOf('/metadata/labels/job-name')).toBe('/metadata/name');
  });

  it('a CronJob makes a Job, which makes a Pod', () => {
    const [made, pod] = deriveObjects(parse(`{apiVersion: batch/v1, kind: CronJob, metadata: {name: a, namespace: b}, spec: {jobTemplate: {metadata: {labels: {x: y}}, spec: {${job}}}}}`));

    expect(made.manifest).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job', metadata: { namespace: 'b', labels: { x: 'y' } } });
    expect(made.originOf('/spec/completions')).toBe('/spec/jobTemplate/spec/completions');
    expect(made.originOf('/metadata/name')).toBe('/metadata/name');
    expect(pod.originOf('/spec/dnsPolicy')).toBe('/spec/jobTemplate/spec/template/spec/dnsPolicy');
    expect(pod.manifest.metadata?.labels?.['job-name']).toBe(made.manifest.metadata?.name);
  });

  it('manifests with anything anywhere are borne', () => {
    const strange = ['StatefulSet', 'CronJob', 'Deployment'].flatMap(kind => [null, 3, [], 'a', { template: 3, volumeClaimTemplates: [null, 3, {}], selector: 'a' }]
      .map(spec => ({ apiVersion: 'apps/v1', kind, metadata: { name: 5 as any, labels: [] as any }, spec })));

    const derived = strange.flatMap(manifest => deriveObjects(manifest));

    expect(derived.map(({ originOf }) => originOf('/spec/volumes/0/name'))).not.toContain(undefined);
  });
});
