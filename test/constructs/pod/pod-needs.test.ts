import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu, ImagePullPolicy, k8s } from 'cdk8s-plus-27';
import {
  Checks, ClientService, Cluster, PodCertificateKeyType, RecursiveReadOnly, ResizeRestartPolicy, StatefulApp, StatefulAppProps, Storage,
  TrafficDistribution, UpdateStrategy,
} from '../../../src';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { only, refusals, synth } from '../../support/synth';

/** An app for a cluster of one version. */
function chartOf(kubernetesVersion: string, props: Partial<StatefulAppProps>): Chart {
  const chart = new Chart(new App(), 'chart', { namespace: 'web' });
  Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion })).exists('Namespace', 'web');
  new StatefulApp(chart, 'db', { image: 'a:1', ...props });
  return chart;
}

const SIDECAR: k8s.Container = { name: 'log', image: 'b:1' };
const PORTS = [{ name: 'sql', port: 3306 }];

const PROPS: readonly (readonly [prop: string, since: string, before: string, props: Partial<StatefulAppProps>])[] = [
  ['nativeSidecars', '1.29', '1.28', { sidecars: [SIDECAR], nativeSidecars: true }],
  ['recursiveReadOnly', '1.31', '1.30', { volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), readOnly: true, recursiveReadOnly: RecursiveReadOnly.ENABLED }] }],
  ['trafficDistribution', '1.31', '1.30', { ports: PORTS, clientService: ClientService.clusterIp({ trafficDistribution: TrafficDistribution.PREFER_CLOSE }) }],
  ['hostUsers', '1.33', '1.32', { hostUsers: false }],
  ['resizePolicy', '1.33', '1.32', { resizePolicy: { memory: ResizeRestartPolicy.RESTART_CONTAINER } }],
  ['podResources', '1.34', '1.33', { podResources: { cpu: { request: Cpu.units(1) }, memory: { limit: Size.gibibytes(1) } } }],
  ['trafficDistribution', '1.34', '1.33', { ports: PORTS, clientService: ClientService.nodePort({ trafficDistribution: TrafficDistribution.PREFER_SAME_ZONE }) }],
  ['volumeAttributesClassName', '1.34', '1.33',
    { volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1), storage: Storage.dynamic({ volumeAttributesClassName: 'fast' }) }] }],
  ['imageVolumes', '1.35', '1.34', { imageVolumes: [{ image: 'plugins:1', mountPath: '/plugins', subPath: 'lib' }] }],
  ['podVolumes.volume.image', '1.35', '1.34', { podVolumes: [{ volume: { name: 'plugins', image: { reference: 'plugins:1' } } as k8s.Volume, mountPath: '/plugins' }] }],
  ['tolerance', '1.35', '1.34', { autoscaling: { maxReplicas: 3, tolerance: 5 }, resources: { cpu: { request: Cpu.units(1) } } }],
  ['maxUnavailable', '1.37', '1.36', { updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: 2 }) }],
  ['podCertificates', '1.37', '1.36', { podCertificates: [{ signerName: 'example.com/db', mountPath: '/tls', trustBundle: true }] }],
];

describe.each(PROPS)('%s on %s', (prop, since, before, props) => {
  test(`is written for the first version that has it, and refused on ${before}`, () => {
    const written = synth(chartOf(since, props));
    const refused = refusals(chartOf(before, props));

    expect(checkManifests(written, { model: ApiModel.of(since) }).filter(({ severity, rule }) => severity === 'error' || rule === 'dropped-field')).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(new RegExp(`^\\[chart/db\\] '${prop}.*needs Kubernetes ${since}, got ${before}`));
  });
});

test('what is the default in every version needs none', () => {
  const { template } = only(chartOf('1.27', { hostUsers: true, resizePolicy: { cpu: ResizeRestartPolicy.NOT_REQUIRED } }), 'StatefulSet').spec;

  expect(template.spec).not.toHaveProperty('hostUsers');
  expect(template.spec.containers[0]).not.toHaveProperty('resizePolicy');
});

test('what newer versions have stands where Kubernetes reads it', () => {
  const { template } = only(chartOf('1.37', {
    hostUsers: false,
    resources: { memory: { request: Size.mebibytes(64) } },
    podResources: { memory: { limit: Size.gibibytes(1) } },
    resizePolicy: { cpu: ResizeRestartPolicy.NOT_REQUIRED, memory: ResizeRestartPolicy.RESTART_CONTAINER },
    imageVolumes: [{ image: 'plugins:1', mountPath: '/plugins', subPath: 'lib', imagePullPolicy: ImagePullPolicy.ALWAYS }],
    podCertificates: [{ signerName: 'example.com/db', mountPath: '/tls', keyType: PodCertificateKeyType.ED25519, maxExpiration: Duration.hours(2), trustBundle: true }],
  }), 'StatefulSet').spec;

  expect(template.spec).toMatchObject({
    hostUsers: false,
    resources: { limits: { memory: '1Gi' } },
    volumes: [
      { name: 'image-plugins', image: { reference: 'plugins:1', pullPolicy: 'Always' } },
      {
        name: 'certificate-tls',
        projected: {
          defaultMode: 0o440,
          sources: [
            {
              podCertificate: {
                signerName: 'example.com/db',
                keyType: 'ED25519',
                maxExpirationSeconds: 7200,
                credentialBundlePath: 'credentials.pem',
                keyPath: 'tls.key',
                certificateChainPath: 'tls.crt',
              },
            },
            { clusterTrustBundle: { signerName: 'example.com/db', path: 'ca.crt' } },
          ],
        },
      },
    ],
  });
  expect(template.spec.containers[0]).toMatchObject({
    resizePolicy: [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }],
    volumeMounts: [{ name: 'image-plugins', mountPath: '/plugins', subPath: 'lib', readOnly: true }, { name: 'certificate-tls', mountPath: '/tls', readOnly: true }],
  });
});

test('traffic, claims, updates and autoscalers get theirs, too', () => {
  const manifests = synth(chartOf('1.37', {
    ports: PORTS,
    clientService: ClientService.loadBalancer({ trafficDistribution: TrafficDistribution.PREFER_SAME_NODE, sourceRanges: ['10.0.0.0/8'] }),
    updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: 2 }),
    autoscaling: { maxReplicas: 3, tolerance: 2.5 },
    resources: { cpu: { request: Cpu.units(1) } },
    volumes: [{
      name: 'data',
      mountPath: '/data',
      size: Size.gibibytes(1),
      readOnly: true,
      recursiveReadOnly: RecursiveReadOnly.IF_POSSIBLE,
      storage: Storage.dynamic({ storageClassName: 'disk', volumeAttributesClassName: 'fast' }),
    }],
  }));
  const specOf = (kind: string, name = 'db') => manifests.find(one => one.kind === kind && one.metadata?.name === name)!.spec;

  expect(specOf('Service', 'db-client')).toMatchObject({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'], trafficDistribution: 'PreferSameNode' });
  expect(specOf('HorizontalPodAutoscaler').behavior).toEqual({ scaleUp: { tolerance: '25m' }, scaleDown: { tolerance: '25m' } });
  expect(specOf('StatefulSet')).toMatchObject({
    updateStrategy: { rollingUpdate: { partition: 0, maxUnavailable: 2 } },
    volumeClaimTemplates: [{ spec: { storageClassName: 'disk', volumeAttributesClassName: 'fast' } }],
    template: { spec: { containers: [{ volumeMounts: [{ readOnly: true, recursiveReadOnly: 'IfPossible' }] }] } },
  });
});

test('a certificate has an elliptic key unless somebody says otherwise, and no bundle', () => {
  const [volume] = only(chartOf('1.37', { podCertificates: [{ signerName: 'example.com/db', mountPath: '/tls' }] }), 'StatefulSet').spec.template.spec.volumes;

  expect(volume.projected.sources).toEqual([{ podCertificate: expect.objectContaining({ keyType: 'ECDSAP256' }) }]);
});

describe('native sidecars', () => {
  const spec = (props: Partial<StatefulAppProps>) => only(chartOf('1.36', props), 'StatefulSet').spec.template.spec;

  test('start after the init containers, and before the app', () => {
    const { initContainers, containers } = spec({ initContainers: [{ name: 'first', image: 'c:1' }], sidecars: [SIDECAR], nativeSidecars: true });

    expect(initContainers).toMatchObject([{ name: 'first' }, { name: 'log', restartPolicy: 'Always', securityContext: { allowPrivilegeEscalation: false } }]);
    expect(initContainers[0]).not.toHaveProperty('restartPolicy');
    expect(containers).toHaveLength(1);
  });

  test('may be chosen one by one, with the words of Kubernetes', () => {
    const { initContainers, containers } = spec({ sidecars: [SIDECAR, { ...SIDECAR, name: 'proxy', restartPolicy: 'Always' } as k8s.Container] });

    expect(initContainers).toMatchObject([{ name: 'proxy', restartPolicy: 'Always' }]);
    expect(containers.map(({ name }: any) => name)).toEqual(['db', 'log']);
  });

  test('are no others in an app that goes on', () => {
    expect(spec({ sidecars: [SIDECAR] })).not.toHaveProperty('initContainers');
  });
});
