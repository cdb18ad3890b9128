import { join, resolve } from 'node:path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** Each type of cdk8s-plus that a prop accepts, from the newest minor. */
const PROGRAM = `
  import { App, Chart, Size } from 'cdk8s';
  import * as kplus from 'cdk8s-plus-34';
  import { NodeVolume, StatefulApp, StorageClass, Storage, Task } from 'cdk8s-stateful';

  const chart = new Chart(new App(), 'chart');
  const secret = kplus.Secret.fromSecretName(chart, 'secret', 'db');
  const sidecar: kplus.k8s.Container = {
    name: 'a',
    restartPolicy: 'Always',
    livenessProbe: { tcpSocket: { port: kplus.k8s.IntOrString.fromNumber(80) } },
    resources: { limits: { memory: kplus.k8s.Quantity.fromString('1Gi') } },
  };
  const affinity: kplus.k8s.Affinity = { podAntiAffinity: {} };
  const toleration: kplus.k8s.Toleration = { key: 'a', operator: 'Exists' };
  const resources: kplus.ContainerResources = { cpu: { request: kplus.Cpu.millis(100) }, memory: { limit: Size.gibibytes(1) } };
  const app = new StatefulApp(chart, 'db', {
    image: 'a:1',
    imagePullPolicy: kplus.ImagePullPolicy.ALWAYS,
    ports: [{ name: 'http', port: 80, protocol: kplus.Protocol.TCP }],
    envValues: { A: kplus.EnvValue.fromSecretValue({ secret, key: 'a' }), B: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME) },
    resources,
    podResources: resources,
    sidecars: [sidecar],
    initContainers: [sidecar],
    existingServiceAccount: new kplus.ServiceAccount(chart, 'account'),
    podManagementPolicy: kplus.PodManagementPolicy.PARALLEL,
    placement: { affinity, tolerations: [toleration] },
    scratch: [{ mountPath: '/tmp', medium: kplus.EmptyDirMedium.MEMORY }],
    volumes: [{ name: 'data', mountPath: '/data', accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE], storage: Storage.emptyDir({ medium: kplus.EmptyDirMedium.MEMORY }) }],
  });
  new StorageClass(chart, 'fast', { provisioner: 'a', reclaimPolicy: kplus.PersistentVolumeReclaimPolicy.DELETE });
  NodeVolume.hostPath({ type: kplus.HostPathVolumeType.DIRECTORY });
  new Task(chart, 'task', { image: 'a:1', restartPolicy: kplus.RestartPolicy.ON_FAILURE });
  new kplus.RoleBinding(chart, 'binding', { role: new kplus.Role(chart, 'role') }).addSubjects(app.serviceAccount);
`;

test('the tests of this lane have the newest cdk8s-plus, and the library its own', () => {
  const ofTests = require.resolve('cdk8s-plus-27');
  const ofLibrary = require.resolve('cdk8s-plus-27', { paths: [join(ROOT, 'src')] });

  expect(ofTests).toContain('cdk8s-plus-34');
  expect(ofLibrary).toContain('cdk8s-plus-27');
});

test('TypeScript accepts its objects where those of cdk8s-plus-27 are accepted', () => {
  const file = join(ROOT, 'newest-plus.ts');
  const options = ts.parseJsonConfigFileContent(ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config, ts.sys, ROOT).options;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = name => name === file || fileExists(name);
  host.getSourceFile = (name, target) => name === file ? ts.createSourceFile(file, PROGRAM, target) : getSourceFile(name, target);

  const program = ts.createProgram([file], { ...options, types: ['node'] }, host);
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(file));

  expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});
