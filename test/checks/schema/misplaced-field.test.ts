import { parse } from 'yaml';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ';
const SET = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: ';
const VOLUME = 'apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: ';
const CLASS = 'apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\nprovisioner: x.example.com\n';
const POLICY = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: ';
const LABELS = 'metadata: {labels: {app: db}}';

function fixesOf(yaml: string, version = '1.36') {
  return checkManifests([parse(yaml)], { model: ApiModel.of(version), scope: 'object' })
    .filter(({ rule }) => rule === 'schema-unknown-field' || rule === 'schema-type').map(({ fix }) => fix);
}

test.each([
  ['of the Pod, in a container', `${POD}{containers: [{name: a, image: a, terminationGracePeriodSeconds: 5, livenessProbe: {tcpSocket: {port: 1}}}]}`,
    'move it to /spec/terminationGracePeriodSeconds'],
  ['of what a probe runs, in the probe', `${POD}{containers: [{name: a, image: a, livenessProbe: {command: [cat, a]}}]}`, 'move it to /spec/containers/0/livenessProbe/exec/command'],
  ['of what a hook runs, in the hook', `${POD}{containers: [{name: a, image: a, command: [b], lifecycle: {preStop: {exec: {}, command: [a]}}}]}`,
    'move it to /spec/containers/0/lifecycle/preStop/exec/command'],
  ['of a container, in the Pod', `${POD}{image: a, containers: [{name: a}]}`, 'move it to /spec/containers/0/image'],
  ['of the Pod, in a set', `${SET}{restartPolicy: Always, selector: {matchLabels: {app: db}}, template: {${LABELS}, spec: {containers: []}}}`,
    'move it to /spec/template/spec/restartPolicy'],
  ['of a set, in the Pod', `${SET}{selector: {matchLabels: {app: db}}, template: {${LABELS}, spec: {containers: [], volumeClaimTemplates: [{metadata: {name: d}}]}}}`,
    'move it to /spec/volumeClaimTemplates'],
  ['of the security of a container, in that of the Pod', `${POD}{securityContext: {capabilities: {drop: [ALL]}}, containers: [{name: a}]}`,
    'move it to /spec/containers/0/securityContext/capabilities'],
  ['of the security of the Pod, in that of a container', `${POD}{containers: [{name: a, securityContext: {fsGroup: 1}}]}`, 'move it to /spec/securityContext/fsGroup'],
  ['labels of a template without metadata', `${SET}{selector: {matchLabels: {app: db}}, template: {labels: {app: db}, spec: {containers: []}}}`, 'move it to /spec/template/metadata/labels'],
  ['labels in a selector', `${POLICY}{podSelector: {app: db}}`, 'move it to /spec/podSelector/matchLabels/app'],
  ['of the source of a volume', `${VOLUME}{capacity: {storage: 1Gi}, nfs: {server: a}, path: /a}`, 'move it to /spec/nfs/path'],
  ['the size of a volume', `${VOLUME}{storage: 1Gi}`, 'move it to /spec/capacity/storage'],
  ['the memory of a container', `${POD}{containers: [{name: a, memory: 1Gi}]}`, 'move it to /spec/containers/0/resources/requests/memory'],
  ['the long name of a volume', `${VOLUME}{reclaimPolicy: Retain}`, "write 'persistentVolumeReclaimPolicy'"],
  ['the short name of a class', `${CLASS}persistentVolumeReclaimPolicy: Retain`, "write 'reclaimPolicy'"],
  ['a class with a spec', `${CLASS}spec: {reclaimPolicy: Retain}`, 'move what is in it one level up: reclaimPolicy'],
  ['labels of the object', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nlabels: {a: b}\nspec: {containers: []}', 'move it to /metadata/labels'],
  ['the port of a Service', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {port: 80}', 'move it to /spec/ports/0/port'],
  ['the port of a Service on nodes', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {nodePort: 30080, ports: [{port: 80}]}', 'move it to /spec/ports/0/nodePort'],
  ['the list of Secrets of an account', 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\nimage_pull_secrets: [{name: b}]', "write 'imagePullSecrets'"],
  ['a slip of the finger', `${POD}{containers: [{name: a, imagePulPolicy: Always}]}`, "write 'imagePullPolicy'"],
  ['a Service that selects like a set', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {matchLabels: {app: db}}, ports: [{port: 80}]}',
    "write the labels that stand in 'matchLabels' into the selector itself"],
])('%s', (_, yaml, fix) => {
  expect(fixesOf(yaml)).toContain(fix);
});

test('where a field would be there in a newer version, its place today is said first', () => {
  const [fix] = fixesOf(`${POD}{containers: [{name: a, restartPolicy: Never}]}`, '1.27');

  expect(fix).toBe('move it to /spec/restartPolicy, or upgrade the cluster to Kubernetes 1.28');
});

test.each([
  ['what selects', `${POLICY}{podSelector: {matchLabel: [1]}}`],
  ['what protects', `${POD}{containers: [{name: a, securityContext: {sandbox: {a: b}}}]}`],
  ['what keeps data', `${VOLUME}{keepForEver: {a: b}}`],
])('nobody is told to remove %s', (_, yaml) => {
  expect(fixesOf(yaml).join()).not.toMatch(/remove/);
});
