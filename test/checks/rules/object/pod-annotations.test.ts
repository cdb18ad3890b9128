import { container, testRules, object, pod } from './rule-cases';

const annotated = (annotation: string) =>
  object(`{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: {${annotation}}}, spec: {containers: [{name: web, image: a:1}]}}`);
const COST = 'pod-deletion-cost /metadata/annotations/controller.kubernetes.io~1pod-deletion-cost';
const OLD = 'toleration /metadata/annotations/scheduler.alpha.kubernetes.io~1tolerations';
const old = (tolerations: unknown) => annotated(`scheduler.alpha.kubernetes.io/tolerations: '${JSON.stringify(tolerations)}'`);
const user = (name: string) => pod(`securityContext: {windowsOptions: {runAsUserName: ${JSON.stringify(name)}}}`);
const USER = 'windows-user /spec/securityContext/windowsOptions/runAsUserName';

testRules([
  ['a cost of 0', annotated('controller.kubernetes.io/pod-deletion-cost: "0"')],
  ['a cost with a plus', annotated('controller.kubernetes.io/pod-deletion-cost: "+1"'), COST],
  ['a cost of more than 32 bits', annotated('controller.kubernetes.io/pod-deletion-cost: "2147483648"'), COST],
  ['a profile that is none', annotated('container.apparmor.security.beta.kubernetes.io/web: strict'),
    'profile-annotation /metadata/annotations/container.apparmor.security.beta.kubernetes.io~1web'],
  ['a profile of the node', annotated('container.apparmor.security.beta.kubernetes.io/web: localhost/strict')],
  ['tolerations of old', annotated('scheduler.alpha.kubernetes.io/tolerations: \'[{"key":"CriticalAddonsOnly", "operator":"Exists"}]\'')],
  ['tolerations of old that are no JSON', annotated('scheduler.alpha.kubernetes.io/tolerations: all'), 'toleration /metadata/annotations/scheduler.alpha.kubernetes.io~1tolerations'],
  ['tolerations of old without a key', annotated('scheduler.alpha.kubernetes.io/tolerations: \'[{"value":"a"}]\''), 'toleration /metadata/annotations/scheduler.alpha.kubernetes.io~1tolerations'],
  ['no tolerations of old', old(null)],
  ['tolerations of old with all fields', old([{ Key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 1, more: 2 }])],
  ['a number as a toleration of old', old([1]), OLD],
  ['a number as the key of one', old([{ key: 1 }]), OLD],
  ['a part of a second', old([{ key: 'a', effect: 'NoExecute', tolerationSeconds: 1.5 }]), OLD],
  ['a key of three parts', old([{ key: 'a/b/c' }]), OLD],
  ['a value with a blank', old([{ key: 'a', value: 'b c' }]), OLD],
  ['an operator that only fields have', old([{ key: 'a', operator: 'Gt', value: '1' }]), OLD],
  ['an effect that there is not', old([{ key: 'a', effect: 'Foo' }]), OLD],
  ['a seccomp profile outside of its directory', annotated('seccomp.security.alpha.kubernetes.io/pod: localhost/../a'),
    'profile-annotation /metadata/annotations/seccomp.security.alpha.kubernetes.io~1pod'],
]);

describe('users of Windows', () => {
  testRules([
    ['a user', user('ContainerUser')],
    ['a user of a domain', user('example.com\\web')],
    ['no user', user(''), USER],
    ['a user of no domain', user('\\web'), USER],
    ['a user with a tab', user('a\tb'), USER],
    ['a user of dots', user('...'), USER],
    ['a user with a colon', user('a:b'), USER],
    ['a credential spec that is empty', container('securityContext: {windowsOptions: {gmsaCredentialSpec: ""}}'),
      'windows-user /spec/containers/0/securityContext/windowsOptions/gmsaCredentialSpec'],
  ]);
});

describe('RuntimeClasses and capacities', () => {
  testRules([
    ['a toleration of a RuntimeClass', object('{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: b, scheduling: {tolerations: [{operator: Exists, value: c}]}}'),
      'toleration /scheduling/tolerations/0/value'],
    ['an overhead of what is no resource', object('{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: a}, handler: b, overhead: {podFixed: {disk: 1}}}'),
      'resource-name /overhead/podFixed/disk'],
    ['the nodes of a capacity', object('{apiVersion: storage.k8s.io/v1, kind: CSIStorageCapacity, metadata: {name: a}, storageClassName: b, nodeTopology: {matchExpressions: [{key: c, operator: In}]}}'),
      'selector-expression /nodeTopology/matchExpressions/0/values'],
    ['a finalizer without a domain', object('{apiVersion: v1, kind: Namespace, metadata: {name: a, finalizers: [b]}, spec: {finalizers: [kubernetes, c]}}'),
      'finalizer /metadata/finalizers/0', 'finalizer /spec/finalizers/1'],
    ['a finalizer without a domain on an object of somebody else', object('{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: a, finalizers: [resources-finalizer.argocd.argoproj.io]}}')],
    ['an owner of no version', object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a, ownerReferences: [{apiVersion: a/b/c, kind: A, name: a, uid: b}, {apiVersion: v1, kind: Event, name: a, uid: b}]}}'),
      'owner-references /metadata/ownerReferences/0/apiVersion', 'owner-references /metadata/ownerReferences/1/kind'],
    ['a PodTemplate is checked like a Pod', object('{apiVersion: v1, kind: PodTemplate, metadata: {name: a}, template: {spec: {containers: [{name: a, image: a:1, livenessProbe: {}}]}}}'),
      'probe-handler /template/spec/containers/0/livenessProbe'],
  ]);
});
