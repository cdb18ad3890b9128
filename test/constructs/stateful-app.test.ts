import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { Cpu, Ingress, IngressBackend, PodManagementPolicy, ServiceAccount } from 'cdk8s-plus-27';
import { ClaimRetention, ClientService, NetworkPeer, Spread, StatefulApp, StatefulAppProps, UnhealthyPodEvictionPolicy, Storage, UpdateStrategy } from '../../src';
import { newChart, only, refusals, synth } from '../support/synth';

const IMAGE = 'redis:8.2.10-bookworm';
const SELECTOR = { 'app.kubernetes.io/name': 'redis', 'app.kubernetes.io/instance': 'redis' };
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };
const PORTS = [{ name: 'redis', port: 6379 }];

function setOf(props: Partial<StatefulAppProps>) {
  const chart = newChart();
  new StatefulApp(chart, 'redis', { image: IMAGE, ...props });
  return only(chart, 'StatefulSet');
}

describe('without options', () => {
  const chart = newChart();
  const app = new StatefulApp(chart, 'redis', { image: IMAGE });
  const manifests = synth(chart);
  const { spec } = only(chart, 'StatefulSet');

  test('is a StatefulSet, a headless Service and a ServiceAccount, all of one name', () => {
    expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata?.name}`)).toEqual(['ServiceAccount redis', 'Service redis', 'StatefulSet redis']);
  });

  test('is one pod, which the headless Service and the set select', () => {
    expect(spec).toMatchObject({ replicas: 1, serviceName: 'redis', selector: { matchLabels: SELECTOR }, template: { metadata: { labels: SELECTOR } } });
    expect(only(chart, 'Service').spec).toMatchObject({ clusterIP: 'None', selector: SELECTOR });
  });

  test('keeps data, updates every pod and needs no token', () => {
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenScaled: 'Retain', whenDeleted: 'Retain' });
    expect(spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
    expect(spec.template.spec).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false, serviceAccountName: 'redis' });
  });

  test('runs as user and group 1000, who own the volumes', () => {
    expect(spec.template.spec.securityContext).toEqual({
      runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('is spread over zones and nodes', () => {
    const { topologySpreadConstraints, preferredAntiAffinity } = Spread.preferred().toFields(SELECTOR);

    expect(spec.template.spec.topologySpreadConstraints).toEqual(topologySpreadConstraints);
    expect(spec.template.spec.affinity).toEqual({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferredAntiAffinity } });
  });

  test('leaves to Kubernetes what nobody asked for', () => {
    const { podManagementPolicy, minReadySeconds, revisionHistoryLimit, ordinals, volumeClaimTemplates } = spec;

    expect([podManagementPolicy, minReadySeconds, revisionHistoryLimit, ordinals, volumeClaimTemplates]).toEqual(Array(5).fill(undefined));
    expect(app.service).toBeUndefined();
  });
});

describe('names', () => {
  test('pods, claims and DNS names follow the ordinals', () => {
    const app = new StatefulApp(newChart('db'), 'redis', { image: IMAGE, replicas: 2, startOrdinal: 5, volumes: [DATA] });

    expect(app.podNames).toEqual(['redis-5', 'redis-6']);
    expect(app.podDnsName(5)).toBe('redis-5.redis.db.svc.cluster.local');
    expect(app.claimName('data', 6)).toBe('data-redis-6');
    expect(app.dnsName).toBe('redis.db.svc.cluster.local');
  });

  test('an ordinal or a volume that does not exist is refused', () => {
    const app = new StatefulApp(newChart(), 'redis', { image: IMAGE, volumes: [DATA] });

    expect(() => app.podDnsName(1)).toThrow('[chart/redis] there is no pod with ordinal 1; the pods are redis-0');
    expect(() => app.claimName('log', 0)).toThrow("[chart/redis] there is no volume 'log'; write one of 'data'");
    expect(() => app.claimName('data', 1)).toThrow('no pod with ordinal 1');
  });

  test('an existing set is adopted by its names and labels', () => {
    const chart = newChart();

    new StatefulApp(chart, 'Store', { image: IMAGE, name: 'rd', serviceName: 'cache', selectorLabels: { app: 'redis' }, volumes: [{ ...DATA, name: 'datadir' }] });

    expect(only(chart, 'Service').metadata?.name).toBe('cache');
    expect(only(chart, 'StatefulSet')).toMatchObject({
      metadata: { name: 'rd' },
      spec: { serviceName: 'cache', selector: { matchLabels: { app: 'redis' } }, volumeClaimTemplates: [{ metadata: { name: 'datadir' } }] },
    });
  });

  test('labels of the user are on objects and pods, and in no selector', () => {
    const { metadata, spec } = setOf({ labels: { team: 'shop' } });

    expect(metadata?.labels).toEqual({ team: 'shop', ...SELECTOR });
    expect(spec.template.metadata.labels).toEqual({ team: 'shop', ...SELECTOR });
    expect(spec.selector.matchLabels).toEqual(SELECTOR);
  });
});

describe('the StatefulSet', () => {
  test('says what the props say', () => {
    const { spec } = setOf({
      replicas: 3,
      startOrdinal: 2,
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      updateStrategy: UpdateStrategy.onDelete(),
      minReady: Duration.seconds(20),
      revisionHistoryLimit: 0,
      claimRetention: ClaimRetention.deleteWhenScaled(),
    });

    expect(spec).toMatchObject({
      replicas: 3,
      ordinals: { start: 2 },
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'OnDelete' },
      minReadySeconds: 20,
      revisionHistoryLimit: 0,
      persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete', whenDeleted: 'Retain' },
    });
  });

  test('can be patched with field names of YAML', () => {
    const chart = newChart();
    const app = new StatefulApp(chart, 'redis', { image: IMAGE, volumes: [DATA] });

    ApiObject.of(app).addJsonPatch(JsonPatch.add('/spec/volumeClaimTemplates/0/metadata/labels', { tier: 'gold' }));

    expect(only(chart, 'StatefulSet').spec.volumeClaimTemplates[0]).toMatchObject({
      metadata: { name: 'data', labels: { tier: 'gold' } }, spec: { resources: { requests: { storage: '1Gi' } } },
    });
  });

  test('a volume becomes a claim template and a mount of the same name', () => {
    const { spec } = setOf({ volumes: [{ ...DATA, subPath: 'redis', readOnly: true }] });

    expect(spec.volumeClaimTemplates).toEqual([{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }]);
    expect(spec.template.spec.containers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data', subPath: 'redis', readOnly: true }]);
  });

  test('labels of claims are those of the claim templates, and of nothing else', () => {
    const chart = newChart();

    new StatefulApp(chart, 'db', { image: IMAGE, volumes: [{ ...DATA, claimLabels: { team: 'data' } }] });

    expect(only(chart, 'StatefulSet').spec.volumeClaimTemplates[0].metadata).toEqual({ name: 'data', labels: { team: 'data' } });
    expect(JSON.stringify(only(chart, 'StatefulSet')).match(/"team"/g)).toHaveLength(1);
  });

  test('a storage without claims becomes a volume of the pod', () => {
    const { spec } = setOf({ volumes: [{ ...DATA, storage: Storage.existingClaim('shared') }] });

    expect(spec.volumeClaimTemplates).toBeUndefined();
    expect(spec.template.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'shared' } }]);
  });
});

describe('around the StatefulSet', () => {
  test.each<[string, Partial<StatefulAppProps>, string]>([
    ['broken ones always', {}, 'AlwaysAllow'],
    ['those that count although they are not ready like others', { unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy.IF_HEALTHY_BUDGET }, 'IfHealthyBudget'],
  ])('several pods get a budget that lets one go at a time, and %s', (_, props, unhealthyPodEvictionPolicy) => {
    const chart = newChart();

    new StatefulApp(chart, 'redis', { image: IMAGE, replicas: 2, ...props });

    expect(only(chart, 'PodDisruptionBudget').spec).toEqual({ maxUnavailable: 1, selector: { matchLabels: SELECTOR }, unhealthyPodEvictionPolicy });
  });

  test('files get a ConfigMap, and their content is part of the pod template', () => {
    const [one, other] = ['a', 'b'].map(content => setOf({ files: [{ path: '/etc/redis.conf', content }] }).spec.template.metadata.annotations);

    expect(one['checksum/files']).not.toEqual(other['checksum/files']);
  });

  test('a client Service selects the pods and is one of cdk8s-plus', () => {
    const chart = newChart();
    const app = new StatefulApp(chart, 'redis', { image: IMAGE, ports: [{ ...PORTS[0], servicePort: 80 }], clientService: ClientService.clusterIp() });

    new Ingress(chart, 'ingress').addHostDefaultBackend('example.com', IngressBackend.fromService(app.service!));

    const client = synth(chart).find(({ metadata }) => metadata?.name === 'redis-client');
    expect(client?.spec).toMatchObject({ type: 'ClusterIP', selector: SELECTOR, ports: [{ name: 'redis', port: 80, targetPort: 6379 }] });
    expect(only(chart, 'Ingress').spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'redis-client', port: { number: 80 } });
  });

  test('an autoscaler takes the place of replicas', () => {
    const chart = newChart();

    new StatefulApp(chart, 'redis', { image: IMAGE, resources: { cpu: { request: Cpu.millis(100) } }, autoscaling: { maxReplicas: 5 } });

    expect(only(chart, 'StatefulSet').spec.replicas).toBeUndefined();
    expect(only(chart, 'HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'redis' },
      minReplicas: 1,
      maxReplicas: 5,
      metrics: [{ resource: { target: { averageUtilization: 80 } } }],
    });
    expect(only(chart, 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
  });

  test('who may connect becomes a NetworkPolicy that always lets the app itself in', () => {
    const chart = newChart();

    new StatefulApp(chart, 'redis', { image: IMAGE, ports: PORTS, allowFrom: [NetworkPeer.namespace('shop')] });

    expect(only(chart, 'NetworkPolicy').spec).toEqual({
      podSelector: { matchLabels: SELECTOR },
      policyTypes: ['Ingress'],
      ingress: [
        { from: [{ podSelector: { matchLabels: SELECTOR } }] },
        { from: [NetworkPeer.namespace('shop').toPeer()], ports: [{ port: 6379, protocol: 'TCP' }] },
      ],
    });
  });

  test('nobody may connect if the list is empty', () => {
    const chart = newChart();

    new StatefulApp(chart, 'redis', { image: IMAGE, ports: PORTS, allowFrom: [] });

    expect(only(chart, 'NetworkPolicy').spec.ingress).toHaveLength(1);
  });

  test('an existing ServiceAccount is used, and none created', () => {
    const chart = newChart();
    const account = ServiceAccount.fromServiceAccountName(chart, 'account', 'operator');

    const app = new StatefulApp(chart, 'redis', { image: IMAGE, existingServiceAccount: account });

    expect(only(chart, 'StatefulSet').spec.template.spec.serviceAccountName).toBe('operator');
    expect(synth(chart).filter(({ kind }) => kind === 'ServiceAccount')).toEqual([]);
    expect(app.serviceAccount).toBe(account);
  });

  test('the ServiceAccount is handed to cdk8s-plus as one object', () => {
    const app = new StatefulApp(newChart(), 'redis', { image: IMAGE });

    expect(app.serviceAccount.name).toBe('redis');
    expect(app.serviceAccount).toBe(app.serviceAccount);
  });
});

describe('wrong props', () => {
  const problemsOf = (props: Partial<StatefulAppProps>, id = 'redis') => {
    const chart = newChart();
    new StatefulApp(chart, id, { image: IMAGE, ...props });
    return refusals(chart);
  };

  test.each<[string, Partial<StatefulAppProps>, string]>([
    ['negative replicas', { replicas: -1 }, "'replicas' must be a whole number from 0 to 150000, the most pods that a cluster is made for, got -1; write 'replicas: 3'"],
    ['half a replica', { replicas: 1.5 }, 'got 1.5'],
    ['a negative first ordinal', { startOrdinal: -1 }, "'startOrdinal'"],
    ['a negative history', { revisionHistoryLimit: -1 }, "'revisionHistoryLimit'"],
    ['a budget that lets nothing go', { maxUnavailable: 0 }, "'maxUnavailable' must be a whole number from 1"],
    ['a client Service without ports', { clientService: ClientService.clusterIp() }, "'clientService' needs a port"],
    ['a node port out of range', { ports: PORTS, clientService: ClientService.nodePort({ nodePort: 80 }) }, "'nodePort' must be from 30000 to 32767, got 80"],
    ['a negative partition', { updateStrategy: UpdateStrategy.rollingUpdate({ partition: -1 }) }, "'partition'"],
    ['a bad Service name', { serviceName: 'My_Service' }, "'serviceName' must be lower case letters"],
    ['replicas beside an autoscaler', { replicas: 2, resources: { cpu: { request: Cpu.millis(1) } }, autoscaling: { maxReplicas: 2 } }, 'exclude each other'],
    ['an access mode that the storage cannot have', { volumes: [{ ...DATA, accessModes: [] }] }, "volume 'data':"],
  ])('%s is refused', (_, props, message) => {
    expect(problemsOf(props)).toEqual([expect.stringContaining(message)]);
  });

  test('a name of 53 characters is refused with one of 52', () => {
    expect(problemsOf({}, 'a'.repeat(53))).toEqual([expect.stringContaining(`write 'name: "${'a'.repeat(52)}"'`)]);
  });

  test('all problems of all apps are told at once, with the path of each', () => {
    const chart = newChart();

    new StatefulApp(chart, 'Redis', { image: '', replicas: -1 });
    new StatefulApp(chart, 'mysql', { image: 'mysql:8.4.3', replicas: -2 });

    expect(refusals(chart).map(line => line.split(']')[0])).toEqual(['[chart/Redis', '[chart/Redis', '[chart/Redis', '[chart/mysql']);
  });

  test('a refused app has its names all the same', () => {
    const app = new StatefulApp(newChart(), 'redis', { image: '', volumes: [DATA] });

    expect(app.podDnsName(0)).toBe('redis-0.redis.web.svc.cluster.local');
    expect(app.claimName('data', 0)).toBe('data-redis-0');
  });

  test('a failed synthesis leaves what was written before', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'failed-'));
    writeFileSync(join(outdir, 'chart.k8s.yaml'), 'kind: Before');
    const app = new App({ outdir });
    new StatefulApp(new Chart(app, 'chart'), 'redis', { image: '' });

    expect(() => app.synth()).toThrow("'image' must be");

    expect(readFileSync(join(outdir, 'chart.k8s.yaml'), 'utf8')).toBe('kind: Before');
    rmSync(outdir, { recursive: true });
  });
});
