import { Chart, Duration, Size, Testing } from 'cdk8s';
import { describeOnNodes } from './real-cluster';
import { told } from './story';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { HealthCheck } from '../../../src/constructs/options/health-check';
import { StatefulApp } from '../../../src/constructs/stateful-app';

const namespace = 'web';
const IMAGE = 'httpd:2.4.62';
const PAGES = '/usr/local/apache2/htdocs';

function manifests(): object[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  new StatefulApp(chart, 'web', {
    image: IMAGE,
    replicas: 2,
    ports: [{ name: 'http', port: 80 }],
    healthCheck: HealthCheck.http({ path: '/ready', interval: Duration.seconds(2) }),
    volumes: [{ name: 'htdocs', mountPath: PAGES, size: Size.mebibytes(100) }],
    scratch: [{ mountPath: '/usr/local/apache2/logs' }, { mountPath: '/tmp' }],
    files: [{ path: '/etc/site.conf', content: 'greeting = hello\n' }, { path: '/opt/greet.sh', content: '#!/bin/sh\necho hello\n', executable: true }],
    secretFiles: [{ secretName: 'login', mountPath: '/login' }],
    readOnlyRootFilesystem: true,
    initContainers: [{
      name: 'pages', image: IMAGE, command: ['sh', '-c', `hostname >${PAGES}/ready`], volumeMounts: [{ name: 'htdocs', mountPath: PAGES }],
    }],
    // The image says with which signal its containers are stopped.
    sidecars: [{ name: 'sidecar', image: IMAGE, command: ['sh', '-c', 'trap "exit 0" WINCH; while :; do sleep 1; done'] }],
  });
  return Testing.synth(chart);
}

describeOnNodes('StatefulApp', 2, [IMAGE], cluster => {
  const pod = (ordinal: number) => new Pod(cluster.kubectl, namespace, `web-${ordinal}`);
  const says = async (...command: string[]) => (await pod(0).says('web', ...command))?.trim();
  /** What one pod gets from an address. */
  const get = (host: string) => says('bash', '-c', `exec 3<>/dev/tcp/${host}/80; printf 'GET /ready HTTP/1.0\\r\\n\\r\\n' >&3; tail -n 1 <&3`);

  const describedTest = (name: string, run: () => Promise<void>) => test(name, () => told(cluster.kubectl, namespace, run));

  beforeAll(() => told(cluster.kubectl, namespace, () => apply(cluster)), 300_000);

  describedTest('is ready when its probes succeed, in a namespace that is restricted', async () => {
    const { status } = (await pod(1).get())!;

    expect(status.containerStatuses.map(({ name, ready, restartCount }: any) => ({ name, ready, restartCount }))).toEqual([
      { name: 'sidecar', ready: true, restartCount: 0 }, { name: 'web', ready: true, restartCount: 0 },
    ]);
  });

  describedTest('has files, executable ones too, and those of a Secret', async () => {
    expect(await says('cat', '/etc/site.conf')).toBe('greeting = hello');
    expect(await says('/opt/greet.sh')).toBe('hello');
    expect(await says('cat', '/login/password')).toBe('secret');
  });

  describedTest('runs as its user, whose group owns the volume, and may write there and to scratch directories alone', async () => {
    expect(await says('sh', '-c', 'id -u; id -g')).toBe('1000\n1000');
    expect(await says('stat', '-c', '%g', PAGES)).toBe('1000');
    expect(await says('sh', '-c', `touch ${PAGES}/own /tmp/own && echo written`)).toBe('written');
    expect(await says('touch', '/opt/own')).toBeUndefined();
  });

  describedTest('is reached by the names of its pods', async () => {
    // The DNS hears of a pod a moment after it is ready.
    await waitUntil('the DNS knows both', 60, async () => await get('web-0.web') !== undefined && await get('web-1.web') !== undefined);

    expect(await get(`web-1.web.${namespace}.svc.cluster.local`)).toBe('web-1');
    expect(await get('web-0.web')).toBe('web-0');
  });

  describedTest('gets no requests while its probe fails, and gets them again', async () => {
    await says('mv', `${PAGES}/ready`, `${PAGES}/away`);
    await waitUntil('the pod is not ready', 60, async () => !await pod(0).isReady());
    await says('mv', `${PAGES}/away`, `${PAGES}/ready`);

    await waitUntil('the pod is ready', 60, () => pod(0).isReady());
    expect((await pod(0).get())!.status.containerStatuses.map(({ restartCount }: any) => restartCount)).toEqual([0, 0]);
  });

  describedTest('keeps what is on its volume when a pod is replaced', async () => {
    await says('sh', '-c', `echo kept >${PAGES}/data`);

    await pod(0).delete();
    await waitUntil('another pod is ready', 120, () => pod(0).isReady());

    expect(await says('cat', `${PAGES}/data`)).toBe('kept');
  });
});

async function apply({ kubectl }: Cluster): Promise<void> {
  await kubectl.apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login', namespace }, stringData: { password: 'secret' } },
  ]);
  await kubectl.apply(manifests());
  await rolledOut({ kubectl } as Cluster);
}

async function rolledOut({ kubectl }: Cluster): Promise<void> {
  await kubectl.run(['rollout', 'status', '-n', namespace, 'statefulset/web', '--timeout=120s']);
}
