import { Duration, Size } from 'cdk8s';
import { Cpu, EmptyDirMedium, EnvFieldPaths, EnvValue, ImagePullPolicy, Protocol, ResourceFieldPaths, Secret } from 'cdk8s-plus-27';
import { HealthCheck, Spread, StatefulApp, StatefulAppProps } from '../../../src';
import { newChart, only } from '../../support/synth';

function templateOf(props: Partial<StatefulAppProps>) {
  const chart = newChart();
  new StatefulApp(chart, 'app', { image: 'a:1', ...props });
  return only(chart, 'StatefulSet').spec.template;
}

const podOf = (props: Partial<StatefulAppProps>) => templateOf(props).spec;
const containerOf = (props: Partial<StatefulAppProps>) => podOf(props).containers[0];
const PORT = { name: 'http', port: 8080 };

test('the container says what the props say', () => {
  const container = containerOf({
    imagePullPolicy: ImagePullPolicy.ALWAYS,
    command: ['run'],
    args: ['--fast'],
    ports: [{ name: 'dns', port: 5353, protocol: Protocol.UDP }],
    resources: { cpu: { request: Cpu.millis(100) }, memory: { limit: Size.mebibytes(64) } },
    preStop: ['drain'],
    readOnlyRootFilesystem: true,
  });

  expect(container).toMatchObject({
    image: 'a:1',
    imagePullPolicy: 'Always',
    command: ['run'],
    args: ['--fast'],
    ports: [{ name: 'dns', containerPort: 5353, protocol: 'UDP' }],
    resources: { requests: { cpu: '100m' }, limits: { memory: '64Mi' } },
    lifecycle: { preStop: { exec: { command: ['drain'] } } },
    securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  });
});

test('the root filesystem may be written to by default', () => {
  expect(containerOf({}).securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
});

test('the pod says what the props say', () => {
  const template = templateOf({
    podAnnotations: { 'prometheus.io/scrape': 'true' },
    imagePullSecrets: ['registry'],
    terminationGracePeriod: Duration.minutes(2),
    automountServiceAccountToken: true,
    placement: {
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'db', operator: 'Exists' }],
      affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }] } },
      priorityClassName: 'high',
      spread: Spread.none(),
    },
  });

  expect(template.metadata.annotations).toEqual({ 'prometheus.io/scrape': 'true' });
  expect(template.spec).toMatchObject({
    imagePullSecrets: [{ name: 'registry' }],
    terminationGracePeriodSeconds: 120,
    automountServiceAccountToken: true,
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'db', operator: 'Exists' }],
    affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }] } },
    priorityClassName: 'high',
  });
  expect(template.spec.topologySpreadConstraints).toBeUndefined();
  expect(template.spec.affinity.podAntiAffinity).toBeUndefined();
});

test('what spreads the pods stands beside the affinity of the user', () => {
  const labelSelector = { matchLabels: { app: 'noisy' } };
  const { affinity } = podOf({
    placement: {
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'rack', labelSelector } }],
          requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }],
        },
      },
    },
  });

  const { preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution } = affinity.podAntiAffinity;
  expect(preferredDuringSchedulingIgnoredDuringExecution.map(({ podAffinityTerm }: any) => podAffinityTerm.topologyKey)).toEqual(['rack', 'topology.kubernetes.io/zone']);
  expect(requiredDuringSchedulingIgnoredDuringExecution).toEqual([{ topologyKey: 'kubernetes.io/hostname', labelSelector }]);
});

test('without options the grace period is Kubernetes\' own 30 seconds', () => {
  expect(podOf({}).terminationGracePeriodSeconds).toBeUndefined();
});

test('environment variables come from values, Secrets, the pod and its resources', () => {
  const chart = newChart();
  const secret = Secret.fromSecretName(chart, 'login', 'login');

  const { env, envFrom } = containerOf({
    env: { LEVEL: 'info' },
    envValues: {
      PASSWORD: EnvValue.fromSecretValue({ secret, key: 'password' }),
      POD: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
      MEMORY: EnvValue.fromResource(ResourceFieldPaths.MEMORY_LIMIT, { divisor: '1Mi' }),
    },
    envFrom: [{ secretName: 'login', prefix: 'DB_' }, { configMapName: 'settings' }],
  });

  expect(env).toEqual([
    { name: 'LEVEL', value: 'info' },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } },
    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'MEMORY', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
  ]);
  expect(envFrom).toEqual([{ prefix: 'DB_', secretRef: { name: 'login' } }, { configMapRef: { name: 'settings' } }]);
});

test('scratch directories are empty, and in memory or limited when told', () => {
  const { volumes, containers: [container] } = podOf({ scratch: [{ mountPath: '/tmp' }, { mountPath: '/run/app', medium: EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(16) }] });

  expect(volumes).toEqual([{ name: 'scratch-tmp', emptyDir: {} }, { name: 'scratch-run-app', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } }]);
  expect(container.volumeMounts).toEqual([{ name: 'scratch-tmp', mountPath: '/tmp' }, { name: 'scratch-run-app', mountPath: '/run/app' }]);
});

test('Secrets appear as files that only owner and group may read', () => {
  const { volumes, containers: [container] } = podOf({ secretFiles: [{ secretName: 'tls', mountPath: '/etc/tls', keys: ['tls.crt'] }, { secretName: 'key', mountPath: '/etc/key' }] });

  expect(volumes).toEqual([
    { name: 'secret-etc-tls', secret: { secretName: 'tls', defaultMode: 0o440, items: [{ key: 'tls.crt', path: 'tls.crt' }] } },
    { name: 'secret-etc-key', secret: { secretName: 'key', defaultMode: 0o440 } },
  ]);
  expect(container.volumeMounts[0]).toEqual({ name: 'secret-etc-tls', mountPath: '/etc/tls', readOnly: true });
});

test('files are mounted one by one, so that their directories keep what the image has', () => {
  const { volumes, containers: [container] } = podOf({ files: [{ path: '/etc/a.conf', content: 'a' }, { path: '/run.sh', content: 'b', executable: true }] });

  expect(volumes).toEqual([{
    name: 'files',
    configMap: { name: 'app-files', items: [{ key: 'etc.a.conf', path: 'etc.a.conf', mode: 0o444 }, { key: 'run.sh', path: 'run.sh', mode: 0o555 }] },
  }]);
  expect(container.volumeMounts).toEqual([
    { name: 'files', mountPath: '/etc/a.conf', subPath: 'etc.a.conf', readOnly: true },
    { name: 'files', mountPath: '/run.sh', subPath: 'run.sh', readOnly: true },
  ]);
});

test('containers of the user are hardened, and keep what they say themselves', () => {
  const { initContainers, containers } = podOf({
    initContainers: [{ name: 'init', image: 'b:1', securityContext: { readOnlyRootFilesystem: true } }],
    sidecars: [{ name: 'side', image: 'c:1', securityContext: { allowPrivilegeEscalation: true } }],
  });

  expect(initContainers).toEqual([{
    name: 'init', image: 'b:1', securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  }]);
  expect(containers[1].securityContext).toEqual({ allowPrivilegeEscalation: true, capabilities: { drop: ['ALL'] } });
});

test('may listen on a port below 1024 without being root', () => {
  expect(podOf({ ports: [{ name: 'http', port: 80 }] }).securityContext.sysctls).toEqual([{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }]);
  expect(podOf({ ports: [PORT] }).securityContext.sysctls).toBeUndefined();
});

test('runs as root only when told, and its group still owns the volumes', () => {
  expect(podOf({ user: 0 }).securityContext).toMatchObject({ runAsNonRoot: false, runAsUser: 0, runAsGroup: 1000, fsGroup: 1000 });
  expect(podOf({ user: 999 }).securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 999, runAsGroup: 999, fsGroup: 999 });
  expect(podOf({ user: 999, group: 1 }).securityContext).toMatchObject({ runAsGroup: 1, fsGroup: 1 });
});

test('one check stands for start, readiness and liveness, unless another is given', () => {
  const [container] = podOf({ ports: [PORT], healthCheck: HealthCheck.tcp(), livenessCheck: HealthCheck.exec(['true']) }).containers;

  expect(container.startupProbe.tcpSocket).toEqual({ port: 'http' });
  expect(container.readinessProbe.tcpSocket).toEqual({ port: 'http' });
  expect(container.livenessProbe.exec).toEqual({ command: ['true'] });
});

test('without any check there are no probes', () => {
  const [container] = podOf({}).containers;

  expect([container.startupProbe, container.readinessProbe, container.livenessProbe]).toEqual([undefined, undefined, undefined]);
});
