import { Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { RecursiveReadOnly, StatefulApp, StatefulAppProps, UpdateStrategy } from '../../../src';
import { newChart, refusals } from '../../support/synth';

const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

function problemsOf(props: Partial<StatefulAppProps>) {
  const chart = newChart();
  new StatefulApp(chart, 'app', { image: 'a:1', ...props });
  return refusals(chart);
}

test.each<[string, Partial<StatefulAppProps>, string]>([
  ['no image', { image: '' }, "got ''; write 'image: \"httpd:2.4.62\"'"],
  ['an image with a blank', { image: 'a b' }, "got 'a b'"],
  ['a negative user', { user: -1 }, "'user' must be the id of a user"],
  ['a fractional group', { group: 1.5 }, "'group' must be the id of a group"],
  ['an empty selector', { selectorLabels: {} }, "'selectorLabels' must hold a label"],
  ['an empty preStop', { preStop: [] }, "'preStop' must be a command"],
  ['a label that cannot be', { labels: { team: 'a b' } }, "'labels.team' must be"],
  ['a label that changes the selector', { labels: { 'app.kubernetes.io/name': 'other' } }, "is 'app', got 'other'"],
  ['a port without a good name', { ports: [{ name: 'HTTP', port: 80 }] }, "got 'HTTP'"],
  ['a port name of digits', { ports: [{ name: '80', port: 80 }] }, "got '80'"],
  ['port 0', { ports: [{ name: 'http', port: 0 }] }, "'ports[0].port' must be a port from 1 to 65535, got 0"],
  ['service port 70000', { ports: [{ name: 'http', port: 80, servicePort: 70000 }] }, 'got 70000'],
  ['two ports of one name', { ports: [{ name: 'http', port: 80 }, { name: 'http', port: 81 }] }, "two 'ports' are called 'http'"],
  ['two ports of one number', { ports: [{ name: 'a', port: 80 }, { name: 'b', port: 80 }] }, "two 'ports' have the number 80/TCP"],
  ['a volume without a name', { volumes: [{ ...DATA, name: 'Data' }] }, "'volumes[0].name' must be lower case letters"],
  ['a volume without a size', { volumes: [{ ...DATA, size: undefined as any }] }, "volume 'data': 'size' is missing, and a claim must ask for one; write 'size: Size.gibibytes(10)'"],
  ['a volume of size zero', { volumes: [{ ...DATA, size: Size.gibibytes(0) }] }, "got '0'"],
  ['two volumes of one name', { volumes: [DATA, { ...DATA, mountPath: '/other' }] }, "two volumes are called 'data'"],
  ['blanks around an image', { image: 'nginx:1.2.3 ' }, "got 'nginx:1.2.3 '; write 'image: \"nginx:1.2.3\"'"],
  ['blanks in an image', { image: 'nginx 1.2.3' }, "write 'image: \"httpd:2.4.62\"'"],
  ['a relative mount path of scratch space', { scratch: [{ mountPath: 'tmp' }] }, "'scratch[0].mountPath' must be an absolute path"],
  ['a relative mount path of a Secret', { secretFiles: [{ secretName: 'tls', mountPath: 'tls' }] }, "'secretFiles[0].mountPath' must be an absolute path"],
  ['a relative mount path', { volumes: [{ ...DATA, mountPath: 'data' }] }, "'volumes[0].mountPath' must be an absolute path without `:` and `..`, got 'data'; write 'mountPath: \"/data\"'"],
  ['a mount path with ..', { scratch: [{ mountPath: '/a/../b' }] }, "write 'mountPath: \"/a/b\"'"],
  ['an absolute subPath', { volumes: [{ ...DATA, subPath: '/a' }] }, "'volumes[0].subPath' must be a relative path without `..`, got '/a'; write 'subPath: \"a\"'"],
  ...['/data/', '//data', '/./data', '/data/.'].map((mountPath): [string, object, string] =>
    [`two volumes at one path, spelt ${mountPath}`, { volumes: [DATA], scratch: [{ mountPath }] }, "two things are mounted at '/data'"]),
  ['a volume over everything', { volumes: [{ ...DATA, mountPath: '/' }] }, "'mountPath' must be a directory below '/', for the volume would hide all files of the image, got '/'"],
  ['a partition beyond the last pod', { replicas: 3, updateStrategy: UpdateStrategy.rollingUpdate({ partition: 5 }) }, "no pod is ever updated, got 5; write 'partition: 2' to update one pod, or 'partition: 3' to hold all of them back"],
  ['a relative file', { files: [{ path: 'a.conf', content: '' }] }, "'files[0].path' must be an absolute path"],
  ['two files of one key', { files: [{ path: '/a/b', content: '' }, { path: '/a.b', content: '' }] }, "two 'files' would have the key 'a.b'"],
  ['files beyond a ConfigMap', { files: [{ path: '/a', content: 'x'.repeat(1024 * 1024 + 1) }] }, "'files' may hold 1 MiB together"],
  ['a bad variable', { env: { '1A': 'x' } }, "got '1A'"],
  ['a variable that stands twice', { env: { A: 'x' }, envValues: { A: EnvValue.fromValue('y') } }, "'A' stands in 'env' and in 'envValues'"],
  ['more than the pod may request', { resources: { cpu: { request: Cpu.units(2) } }, podResources: { cpu: { request: Cpu.units(1) } } }, 'as much cpu as the containers together, got 1'],
  ['a container with more than the pod may use', { resources: { memory: { limit: Size.gibibytes(2) } }, podResources: { memory: { limit: Size.gibibytes(1) } } },
    'as much memory as each container, 2Gi, got 1Gi'],
  ['a pod that requests more than it may use', { podResources: { cpu: { request: Cpu.units(2), limit: Cpu.units(1) } } }, "'podResources' must not request more cpu than their limit"],
  ['disk of a whole pod', { podResources: { ephemeralStorage: { limit: Size.gibibytes(1) } } }, "got 'ephemeralStorage'"],
  ['what is below a volume that can be written to', { volumes: [{ ...DATA, recursiveReadOnly: RecursiveReadOnly.IF_POSSIBLE }] }, "write 'readOnly: true' beside it"],
  ['a certificate of half an hour', { podCertificates: [{ signerName: 'example.com/db', mountPath: '/tls', maxExpiration: Duration.minutes(30) }] },
    "must be from one hour to 91 days, got 1800; write 'maxExpiration: Duration.hours(24)'"],
  ['a signer without a domain', { podCertificates: [{ signerName: 'db', mountPath: '/tls' }] }, "write 'signerName: \"example.com/database\"'"],
  ['an image and a Secret at one path', { imageVolumes: [{ image: 'a:1', mountPath: '/x' }], secretFiles: [{ secretName: 'a', mountPath: '/x' }] }, "two things are mounted at '/x'"],
  ['an envFrom without a source', { envFrom: [{}] }, 'got neither'],
  ['an envFrom with two sources', { envFrom: [{ secretName: 'a', configMapName: 'b' }] }, "got both 'a' and 'b'"],
])('%s is refused', (_, props, message) => {
  expect(problemsOf(props)).toEqual([expect.stringContaining(message)]);
});

test.each<[string, object, string]>([
  ['no request for CPU', { autoscaling: { maxReplicas: 2 } }, 'it requests none'],
  ['fewer at most than at least', { resources: { cpu: { request: Cpu.millis(1) } }, autoscaling: { minReplicas: 3, maxReplicas: 2 } }, "at least minReplicas (3), got 2; write 'maxReplicas: 3' or more, or 'minReplicas: 2'"],
  ['nothing at least', { resources: { cpu: { request: Cpu.millis(1) } }, autoscaling: { minReplicas: 0, maxReplicas: 2 } }, "'autoscaling.minReplicas' must be"],
  ['no load', { resources: { cpu: { request: Cpu.millis(1) } }, autoscaling: { maxReplicas: 2, cpuUtilization: 0 } }, "'autoscaling.cpuUtilization' must be"],
])('an autoscaler with %s is refused', (_, props, message) => {
  expect(problemsOf(props)).toEqual([expect.stringContaining(message)]);
});

test('a refusal tells every problem at once', () => {
  expect(problemsOf({ image: '', user: -1, ports: [{ name: 'A', port: 0 }], volumes: [{ ...DATA, mountPath: 'x' }] })).toHaveLength(5);
});

test('a partition may hold all pods back, and those of an app that is scaled to zero', () => {
  const updateStrategy = UpdateStrategy.rollingUpdate({ partition: 3 });

  expect(problemsOf({ replicas: 3, updateStrategy })).toEqual([]);
  expect(problemsOf({ replicas: 0, updateStrategy })).toEqual([]);
  expect(problemsOf({ replicas: 1, startOrdinal: 2, updateStrategy })).toEqual([]);
});
