import { Chart, Size, Testing } from 'cdk8s';
import { DatabaseProps, RabbitMqCluster } from '../../../../src';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new RabbitMqCluster(chart, 'queues', props);
  return Testing.synth(chart);
}

const only = (manifests: Manifest[], kind: string): any => manifests.find(manifest => manifest.kind === kind);
const serverOf = (manifests: Manifest[]): any => only(manifests, 'StatefulSet').spec.template.spec.containers[0];
const valueOf = (server: any, variable: string) => server.env.find(({ name }: any) => name === variable)?.value;

test('one member may be down for planned work, however many there are', () => {
  const budget = only(synth({ replicas: 5 }), 'PodDisruptionBudget');

  expect(budget.spec.maxUnavailable).toBe(1);
});

test.each([
  [1, []],
  [3, []],
  // On the way to fewer members, which leave one by one.
  [4, ['even-quorum']],
  [9, []],
])('%d members pass the checks', (replicas, rules) => {
  const findings = checkManifests(synth({ replicas })).filter(({ severity }) => severity !== 'info');

  expect(findings.map(({ rule }) => rule)).toEqual(rules);
});

test.each([[0], [2], [3.5], [10]])('%d members are refused', replicas => {
  expect(() => synth({ replicas })).toThrow("write 'replicas: 3'");
});

test('the server is told its limits, and how many copies queues have', () => {
  const lines = valueOf(serverOf(synth({ replicas: 9, memory: Size.gibibytes(4), size: Size.gibibytes(8) })), 'RABBITMQ_SETTINGS').split('\n');

  expect(lines).toEqual([
    'cluster_formation.target_cluster_size_hint = 9',
    'quorum_queue.continuous_membership_reconciliation.target_group_size = 5',
    'quorum_queue.initial_cluster_size = 5',
    'vm_memory_high_watermark.absolute = 2048MiB',
    'disk_free_limit.absolute = 2048MiB',
    'raft.wal_max_size_bytes = 134217728',
  ]);
});

test('nothing that may take long kills a server', () => {
  const server = serverOf(synth());

  expect(server.livenessProbe).toBeUndefined();
  expect(server.startupProbe.failureThreshold * server.startupProbe.periodSeconds).toBeGreaterThanOrEqual(2 * 3600);
});

test('with TLS there is one port for clients, and it is another one', () => {
  const ports = [{}, { tlsSecret: 'queues-tls' }].map(props => {
    const manifests = synth(props);
    const service: any = manifests.find(({ kind, metadata }) => kind === 'Service' && metadata?.name === 'queues');
    return [valueOf(serverOf(manifests), 'CLIENT_PORT'), ...service.spec.ports.map(({ port }: any) => port)];
  });

  expect(ports).toEqual([['5672', 5672], ['5671', 5671]]);
});

test('password and cookie come from the Secret, and stand in no argument', () => {
  const manifests = synth();

  const { env, command } = serverOf(manifests);
  const job = only(manifests, 'Job').spec.template.spec.containers[0];
  expect(env.filter(({ valueFrom }: any) => valueFrom?.secretKeyRef).map(({ valueFrom }: any) => valueFrom.secretKeyRef)).toEqual([
    { name: 'queues-auth', key: 'password' }, { name: 'queues-auth', key: 'cookie' },
  ]);
  expect(command).toEqual(['bash', '/scripts/rabbitmq-server.sh']);
  expect(valueOf(job, 'KEYS')).toBe('password cookie');
});

test('a member that decides how to start listens where policies let the others in', () => {
  const manifests = synth();
  const [, lowest, highest] = /inet_dist_listen_min (\d+) inet_dist_listen_max (\d+)/.exec(JSON.stringify(manifests))!;
  const { containerPort } = serverOf(manifests).ports.find(({ name }: any) => name === 'peer');
  const opened = manifests.filter(({ kind }) => kind === 'NetworkPolicy').flatMap(({ spec }) => spec.ingress).flatMap(({ ports }) => ports.map(({ port }: any) => port));

  expect([Number(lowest), Number(highest)]).toEqual([containerPort, containerPort]);
  expect(opened).toContain(containerPort);
});
