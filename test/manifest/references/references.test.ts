import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { Manifest } from '../../../src/kubernetes/manifest';
import { Inventory } from '../../../src/manifest/inventory';
import { References } from '../../../src/manifest/references/references';

const referencesIn = (yaml: string) => new References(new Inventory(loadAll(yaml) as Manifest[]));

const arrows = (references: References) =>
  references.all.map(({ from, relation, kind, namespace, name, path }) =>
    `${from.kind} ${relation} ${kind} ${namespace && namespace + '/'}${name} ${path}`);

test('a StatefulSet names its Service, its account, its classes and everything its pods read', () => {
  const references = referencesIn(`
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: data}
spec:
  serviceName: db-headless
  template:
    spec:
      serviceAccountName: db
      priorityClassName: high
      runtimeClassName: gvisor
      imagePullSecrets: [{name: registry}]
      initContainers:
        - {name: init, envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: login, optional: true}}]}
      containers:
        - name: main
          env:
            - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}
            - {name: B, valueFrom: {secretKeyRef: {name: login, key: password}}}
      volumes:
        - {name: c, configMap: {name: files, items: [{key: a.conf, path: a}]}}
        - {name: s, secret: {secretName: tls}}
        - {name: p, projected: {sources: [{secret: {name: more}}, {configMap: {name: extra, optional: true}}, {serviceAccountToken: {path: t}}]}}
        - {name: d, persistentVolumeClaim: {claimName: shared}}
        - {name: e, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: fast}}}}
        - {name: r, rbd: {secretRef: {name: ceph}}}
        - {name: x, csi: {nodePublishSecretRef: {name: node}}}
        - {name: z, azureFile: {secretName: azure}}
  volumeClaimTemplates:
    - {metadata: {name: data}, spec: {storageClassName: slow, volumeName: pv0, dataSource: {kind: PersistentVolumeClaim, name: old}}}
`);

  const found = arrows(references);

  const pod = '/spec/template/spec';
  expect(found).toEqual([
    'StatefulSet governed by Service data/db-headless /spec/serviceName',
    'StatefulSet of class StorageClass slow /spec/volumeClaimTemplates/0/spec/storageClassName',
    'StatefulSet binds PersistentVolume pv0 /spec/volumeClaimTemplates/0/spec/volumeName',
    'StatefulSet restores PersistentVolumeClaim data/old /spec/volumeClaimTemplates/0/spec/dataSource/name',
    `StatefulSet runs as ServiceAccount data/db ${pod}/serviceAccountName`,
    `StatefulSet of class PriorityClass high ${pod}/priorityClassName`,
    `StatefulSet of class RuntimeClass gvisor ${pod}/runtimeClassName`,
    `StatefulSet pulls with Secret data/registry ${pod}/imagePullSecrets/0/name`,
    `StatefulSet reads ConfigMap data/settings ${pod}/initContainers/0/envFrom/0/configMapRef/name`,
    `StatefulSet reads Secret data/login ${pod}/initContainers/0/envFrom/1/secretRef/name`,
    `StatefulSet reads ConfigMap data/settings ${pod}/containers/0/env/0/valueFrom/configMapKeyRef/name`,
    `StatefulSet reads Secret data/login ${pod}/containers/0/env/1/valueFrom/secretKeyRef/name`,
    `StatefulSet mounts ConfigMap data/files ${pod}/volumes/0/configMap/name`,
    `StatefulSet mounts ConfigMap data/files ${pod}/volumes/0/configMap/items/0/key`,
    `StatefulSet mounts Secret data/tls ${pod}/volumes/1/secret/secretName`,
    `StatefulSet mounts Secret data/more ${pod}/volumes/2/projected/sources/0/secret/name`,
    `StatefulSet mounts ConfigMap data/extra ${pod}/volumes/2/projected/sources/1/configMap/name`,
    `StatefulSet mounts PersistentVolumeClaim data/shared ${pod}/volumes/3/persistentVolumeClaim/claimName`,
    `StatefulSet of class StorageClass fast ${pod}/volumes/4/ephemeral/volumeClaimTemplate/spec/storageClassName`,
    `StatefulSet reads Secret data/ceph ${pod}/volumes/5/rbd/secretRef/name`,
    `StatefulSet reads Secret data/node ${pod}/volumes/6/csi/nodePublishSecretRef/name`,
    `StatefulSet reads Secret data/azure ${pod}/volumes/7/azureFile/secretName`,
  ]);
  expect(references.all.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(['login', 'extra']);
  expect(references.all.flatMap(({ key }) => key ?? [])).toEqual(['mode', 'password', 'a.conf']);
});

test('a CronJob reads what its pods read, at the path of its job template', () => {
  const references = referencesIn(`
apiVersion: batch/v1
kind: CronJob
metadata: {name: backup}
spec: {jobTemplate: {spec: {template: {spec: {serviceAccount: backup, containers: []}}}}}
`);

  const found = arrows(references);

  expect(found).toEqual(['CronJob runs as ServiceAccount default/backup /spec/jobTemplate/spec/template/spec/serviceAccount']);
});

test.each([
  ['an Ingress routes to Services by port, and reads certificates', `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: a}
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: fallback, port: {number: 80}}}
  tls: [{secretName: cert}]
  rules: [{http: {paths: [{backend: {service: {name: web, port: {name: http}}}}]}}]
`, [
    'Ingress routes to Service a/fallback /spec/defaultBackend/service/name',
    'Ingress routes to Service a/web /spec/rules/0/http/paths/0/backend/service/name',
    'Ingress reads Secret a/cert /spec/tls/0/secretName',
    'Ingress of class IngressClass nginx /spec/ingressClassName',
  ]],
  ['a beta Ingress names its Service directly', `
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: web, namespace: a}
spec: {backend: {serviceName: web, servicePort: 80}}
`, ['Ingress routes to Service a/web /spec/backend/serviceName']],
  ['a ClusterRoleBinding grants a role of the cluster to an account of a namespace', `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: run, namespace: ignored}
roleRef: {kind: ClusterRole, name: runner, apiGroup: rbac.authorization.k8s.io}
subjects: [{kind: ServiceAccount, name: nfs, namespace: a}, {kind: User, name: jane}]
`, ['ClusterRoleBinding grants ClusterRole runner /roleRef/name', 'ClusterRoleBinding grants to ServiceAccount a/nfs /subjects/0/name']],
  ['a PersistentVolume names its class, its claim and its Secrets', `
apiVersion: v1
kind: PersistentVolume
metadata: {name: pv}
spec:
  storageClassName: fast
  claimRef: {namespace: a, name: data}
  csi: {nodeStageSecretRef: {namespace: a, name: creds}}
`, [
    'PersistentVolume of class StorageClass fast /spec/storageClassName',
    'PersistentVolume binds PersistentVolumeClaim a/data /spec/claimRef/name',
    'PersistentVolume reads Secret a/creds /spec/csi/nodeStageSecretRef/name',
  ]],
  ['a StorageClass names the Secrets of its driver, unless they differ per claim', `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: csi}
provisioner: x
parameters:
  csi.storage.k8s.io/provisioner-secret-name: creds
  csi.storage.k8s.io/provisioner-secret-namespace: a
  csi.storage.k8s.io/node-stage-secret-name: \${pvc.name}
  csi.storage.k8s.io/node-stage-secret-namespace: a
`, ['StorageClass reads Secret a/creds /parameters/csi.storage.k8s.io~1provisioner-secret-name']],
  ['a HorizontalPodAutoscaler scales its target', `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
`, ['HorizontalPodAutoscaler scales Deployment default/web /spec/scaleTargetRef/name']],
  ['webhooks, conversions and aggregated APIs call Services', `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks: [{clientConfig: {service: {namespace: a, name: hook}}}, {clientConfig: {url: https://x}}]
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: crd}
spec: {conversion: {webhook: {clientConfig: {service: {namespace: a, name: convert}}}}}
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1.metrics}
spec: {service: {namespace: a, name: metrics}}
`, [
    'ValidatingWebhookConfiguration calls Service a/hook /webhooks/0/clientConfig/service/name',
    'CustomResourceDefinition calls Service a/convert /spec/conversion/webhook/clientConfig/service/name',
    'APIService calls Service a/metrics /spec/service/name',
  ]],
  ['accounts, slices and snapshots', `
apiVersion: v1
kind: ServiceAccount
metadata: {name: a}
imagePullSecrets: [{name: registry}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: db-1, labels: {kubernetes.io/service-name: db}}
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata: {name: s}
spec: {source: {persistentVolumeClaimName: data}}
`, [
    'ServiceAccount pulls with Secret default/registry /imagePullSecrets/0/name',
    'EndpointSlice endpoints of Service default/db /metadata/labels/kubernetes.io~1service-name',
    'VolumeSnapshot restores PersistentVolumeClaim default/data /spec/source/persistentVolumeClaimName',
  ]],
  ['routes of the Gateway API', `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec: {rules: [{backendRefs: [{name: web, port: 80}, {name: other, namespace: b, port: 80}, {group: example.com, kind: Bucket, name: c}]}]}
`, [
    'HTTPRoute routes to Service default/web /spec/rules/0/backendRefs/0/name',
    'HTTPRoute routes to Service b/other /spec/rules/0/backendRefs/1/name',
  ]],
  ['a ScaledObject of KEDA', `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web}
spec: {scaleTargetRef: {name: web}}
`, ['ScaledObject scales Deployment default/web /spec/scaleTargetRef/name']],
  ['other kinds that Kubernetes does not bring name nothing', `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: web}
spec: {template: {spec: {serviceAccountName: x}}}
`, []],
])('%s', (_, yaml, expected) => {
  const found = arrows(referencesIn(yaml));

  expect(found).toEqual(expected);
});

test('a reference finds its object by group, kind, namespace and name, and the object finds who names it', () => {
  const references = referencesIn(`
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: a}
spec: {serviceName: db}
---
{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: db, namespace: a}}
---
{apiVersion: v1, kind: Service, metadata: {name: db, namespace: b}}
---
{apiVersion: v1, kind: Service, metadata: {name: db, namespace: a}, spec: {clusterIP: None}}
`);
  const [set, , , service] = references.inventory.manifests;

  const [reference] = references.from(set);

  expect(references.target(reference)).toBe(service);
  expect(references.to(service)).toEqual([reference]);
  expect(references.to(set)).toEqual([]);
  expect(references.from(service)).toEqual([]);
});

test('selectors pick pods in their own namespace, or in those that a namespace selector matches', () => {
  const references = referencesIn(`
{apiVersion: v1, kind: Namespace, metadata: {name: b, labels: {team: web}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: one, namespace: a, labels: {app: x}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: two, namespace: b, labels: {app: x}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: a}
spec:
  podSelector: {}
  ingress:
    - from:
        - {podSelector: {matchLabels: {app: x}}}
        - {namespaceSelector: {matchLabels: {team: web}}}
        - {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: a}}, podSelector: {matchLabels: {app: none}}}
        - {ipBlock: {cidr: 10.0.0.0/8}}
  egress:
    - {to: [{namespaceSelector: {}}]}
`);

  const picked = references.selections.map(selection =>
    [selection.path, selection.relation, [...references.selected(selection)].map(({ workload }) => workload.metadata!.name)]);

  expect(picked).toEqual([
    ['/spec/podSelector', 'restricts', ['one']],
    ['/spec/ingress/0/from/0', 'allows from', ['one']],
    ['/spec/ingress/0/from/1', 'allows from', ['two']],
    ['/spec/ingress/0/from/2', 'allows from', []],
    ['/spec/egress/0/to/0', 'allows to', ['one', 'two']],
  ]);
  expect(references.selectsAny(references.selections[3])).toBe(false);
});

test('whatever stands in the fields, the graph is built and asked without an error', () => {
  const kinds = ['StatefulSet', 'Pod', 'CronJob', 'Service', 'Ingress', 'PersistentVolume', 'StorageClass', 'NetworkPolicy', 'RoleBinding',
    'ValidatingWebhookConfiguration', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'ServiceAccount', 'EndpointSlice'];
  const fields = ['metadata', 'name', 'namespace', 'labels', 'spec', 'template', 'selector', 'matchLabels', 'matchExpressions', 'key', 'values',
    'operator', 'containers', 'volumes', 'env', 'affinity', 'podAffinity', 'rules', 'subjects', 'roleRef', 'parameters', 'claimRef', '__proto__'];
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof({ maxDepth: 6, withCrossShrink: true }, fc.constantFrom<unknown>(null, '', 'x', 0, true, []),
      fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...fields), tie('tree'))),
  }));

  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.dictionary(fc.constantFrom(...fields), tree))), objects => {
    const manifests = objects.map(([kind, body]) => ({ ...body, apiVersion: 'v1', kind }) as Manifest);

    const references = new References(new Inventory(manifests));

    for (const selection of references.selections) { references.selectsAny(selection); }
    expect(references.inventory.manifests).toHaveLength(manifests.length);
  }), { numRuns: 300 });
});
