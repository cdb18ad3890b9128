import { Chart, Size, Testing } from 'cdk8s';
import { CassandraRing, DatabaseProps } from '../../../../src';
import { checkManifests } from '../../../../src/checks/run';
import { listOf, Manifest } from '../../../../src/kubernetes/manifest';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new CassandraRing(chart, 'ring', props);
  return Testing.synth(chart);
}

const only = (manifests: Manifest[], kind: string): any => manifests.find(manifest => manifest.kind === kind);

test('one member may be down for planned work, however many there are', () => {
  const budget = only(synth({ replicas: 6 }), 'PodDisruptionBudget');

  expect(budget.spec.maxUnavailable).toBe(1);
});

test('an even number of members passes every check', () => {
  const findings = checkManifests(synth({ replicas: 4 })).filter(({ severity }) => severity !== 'info');

  expect(findings.map(({ rule, path, message }) => ({ rule, path, message }))).toEqual([]);
});

test('the heap is half of the memory that is left after 1 GiB', () => {
  const [server] = only(synth({ memory: Size.gibibytes(9) }), 'StatefulSet').spec.template.spec.containers;

  expect(server.env).toContainEqual({ name: 'MAX_HEAP_SIZE', value: '4096M' });
  expect(server.resources.limits.memory).toBe('9Gi');
});

test('a larger volume gets more time to start, to both probes', () => {
  const [server] = only(synth({ size: Size.tebibytes(1) }), 'StatefulSet').spec.template.spec.containers;

  const { failureThreshold, periodSeconds } = server.startupProbe;
  expect(failureThreshold * periodSeconds).toBe(Number(server.env.find(({ name }: any) => name === 'START_SECONDS').value));
  expect(failureThreshold * periodSeconds).toBeGreaterThan(17 * 3600);
});

test('metrics have a port of their own in every pod, and TLS a Secret', () => {
  const { containers, volumes } = only(synth({ tlsSecret: 'ring-tls', metrics: true }), 'StatefulSet').spec.template.spec;

  const [server, exporter] = containers;
  expect(exporter.ports).toEqual([{ name: 'metrics', containerPort: 8080 }]);
  expect(server.volumeMounts).toContainEqual({ name: 'secret-tls', mountPath: '/tls', readOnly: true });
  expect(volumes).toContainEqual(expect.objectContaining({ name: 'secret-tls', secret: expect.objectContaining({ secretName: 'ring-tls' }) }));
  expect(only(synth(), 'StatefulSet').spec.template.spec.containers).toHaveLength(1);
});

test.each([[1], [2], [3.5]])('%d members are refused', replicas => {
  expect(() => synth({ replicas })).toThrow("write 'replicas: 3'");
});

test('clients are sent to the port of CQL, with the password that a Job makes', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  const ring = new CassandraRing(chart, 'ring');

  const service = Testing.synth(chart).find(({ kind, metadata }) => kind === 'Service' && metadata?.name === 'ring')!;

  expect(listOf(service.spec.ports)).toEqual([{ name: 'cql', port: 9042, targetPort: 'cql' }]);
  expect([ring.host, ring.port, ring.passwordSecret]).toEqual(['ring.data.svc.cluster.local', 9042, 'ring-auth']);
});
