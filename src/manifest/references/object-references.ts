import { isBuiltIn, isClusterScoped } from '../../kubernetes/kinds';
import { Manifest, groupOf, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, podTemplateOf } from '../../kubernetes/workload';
import { CLASS_ANNOTATION } from '../claims';
import { namespaceOf } from '../inventory';
import { addClaimReferences, addPodReferences } from './pod-references';
import { Reference, ReferenceCollector } from './reference';
import { pointer } from '../../kubernetes/pointer';

type Extract = (into: ReferenceCollector, manifest: Manifest, spec: Record<string, any>) => void;

/** What each kind names, apart from its pod template. */
const EXTRACTORS: Readonly<Record<string, Extract>> = {
  StatefulSet: addStatefulSet,
  PersistentVolumeClaim: addClaim,
  PersistentVolume: addVolume,
  StorageClass: addStorageClass,
  Ingress: addIngress,
  HorizontalPodAutoscaler: addScaleTarget,
  RoleBinding: addBinding,
  ClusterRoleBinding: addBinding,
  ServiceAccount: addServiceAccount,
  EndpointSlice: addEndpointSlice,
  MutatingWebhookConfiguration: addWebhooks,
  ValidatingWebhookConfiguration: addWebhooks,
  CustomResourceDefinition: addConversion,
  APIService: (into, _, spec) => addServiceReference(into, spec.service, '/spec/service'),
  VolumeSnapshot: addSnapshot,
  HTTPRoute: addRoutes,
  GRPCRoute: addRoutes,
  TCPRoute: addRoutes,
  TLSRoute: addRoutes,
};

/** Every field of the object that names another object. Of kinds that Kubernetes does not bring only a few are known. */
export function referencesOf(manifest: Manifest): readonly Reference[] {
  if (!isBuiltIn(manifest.apiVersion)) { return customReferencesOf(manifest); }
  const into = new ReferenceCollector(manifest, namespaceOf(manifest));
  if (Object.hasOwn(EXTRACTORS, manifest.kind)) { EXTRACTORS[manifest.kind](into, manifest, recordOf(manifest.spec)); }
  const template = podTemplateOf(manifest);
  if (template) { addPodReferences(into, template.spec, `${template.path}/spec`); }
  return into.references;
}

function customReferencesOf(manifest: Manifest): readonly Reference[] {
  if (manifest.kind !== 'ScaledObject' || groupOf(manifest.apiVersion) !== 'keda.sh') { return []; }
  const into = new ReferenceCollector(manifest, namespaceOf(manifest));
  const target = recordOf(recordOf(manifest.spec).scaleTargetRef);
  addScaleTarget(into, manifest, { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', ...target } });
  return into.references;
}

function addStatefulSet(into: ReferenceCollector, set: Manifest, spec: Record<string, any>) {
  into.add({ relation: 'governed by', kind: 'Service', name: spec.serviceName, path: '/spec/serviceName' });
  claimTemplatesOf(set).forEach((template, i) => addWholeClaim(into, recordOf(template), `/spec/volumeClaimTemplates/${i}`));
}

function addClaim(into: ReferenceCollector, claim: Manifest) {
  addWholeClaim(into, claim, '');
}

/** A claim whose class may stand in an annotation, as it did before there was a field; the annotation wins. */
function addWholeClaim(into: ReferenceCollector, claim: Record<string, any>, path: string) {
  const annotated = recordOf(recordOf(claim.metadata).annotations)[CLASS_ANNOTATION];
  if (typeof annotated === 'string') {
    into.add({
      relation: 'of class',
      group: 'storage.k8s.io',
      kind: 'StorageClass',
      namespace: '',
      name: annotated,
      path: path + pointer('metadata', 'annotations', CLASS_ANNOTATION),
    });
    addClaimReferences(into, { ...recordOf(claim.spec), storageClassName: undefined }, `${path}/spec`);
  } else {
    addClaimReferences(into, recordOf(claim.spec), `${path}/spec`);
  }
}

/** Sources of a PersistentVolume name their Secrets together with a namespace. */
function addVolume(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  into.add({
    relation: 'of class',
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    namespace: '',
    name: spec.storageClassName,
    path: '/spec/storageClassName',
  });
  const claim = recordOf(spec.claimRef);
  if (typeof claim.namespace === 'string') {
    into.add({ relation: 'binds', kind: 'PersistentVolumeClaim', namespace: claim.namespace, name: claim.name, path: '/spec/claimRef/name' });
  }
  for (const [type, source] of Object.entries(spec)) {
    if (!isRecord(source)) { continue; }
    for (const [field, secret] of Object.entries(source)) {
      if (!/[sS]ecretRef$/.test(field) || typeof recordOf(secret).namespace !== 'string') { continue; }
      into.add({ relation: 'reads', kind: 'Secret', namespace: secret.namespace, name: secret.name, path: pointer('spec', type, field, 'name') });
    }
  }
}

/** Secrets of a CSI class, unless their names are made up per claim (`${pvc.name}`). */
function addStorageClass(into: ReferenceCollector, storageClass: Manifest) {
  const parameters = recordOf(storageClass.parameters);
  for (const [parameter, name] of Object.entries(parameters)) {
    if (!parameter.startsWith('csi.storage.k8s.io/') || !parameter.endsWith('-secret-name')) { continue; }
    const namespace = parameters[parameter.replace(/-name$/, '-namespace')];
    if (typeof namespace !== 'string' || namespace.includes('${') || textOf(name).includes('${')) { continue; }
    into.add({ relation: 'reads', kind: 'Secret', namespace, name, path: pointer('parameters', parameter) });
  }
}

function addIngress(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  addBackend(into, spec.defaultBackend, '/spec/defaultBackend');
  addBackend(into, spec.backend, '/spec/backend');
  listOf(spec.rules).forEach((rule, i) => listOf(recordOf(recordOf(rule).http).paths).forEach((path, j) =>
    addBackend(into, recordOf(path).backend, `/spec/rules/${i}/http/paths/${j}/backend`)));
  listOf(spec.tls).forEach((tls, i) => into.add({
    relation: 'reads', kind: 'Secret', name: recordOf(tls).secretName, path: `/spec/tls/${i}/secretName`,
  }));
  into.add({
    relation: 'of class',
    group: 'networking.k8s.io',
    kind: 'IngressClass',
    namespace: '',
    name: spec.ingressClassName,
    path: '/spec/ingressClassName',
  });
}

/** Both spellings: `service.name` of today and `serviceName` of the beta versions. */
function addBackend(into: ReferenceCollector, backend: unknown, path: string) {
  const { service, serviceName, servicePort } = recordOf(backend);
  if (isRecord(service)) {
    const { name, number } = recordOf(service.port);
    into.add({ relation: 'routes to', kind: 'Service', name: service.name, port: name || number, path: `${path}/service/name` });
  } else {
    into.add({ relation: 'routes to', kind: 'Service', name: serviceName, port: servicePort, path: `${path}/serviceName` });
  }
}

function addScaleTarget(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  const { apiVersion, kind, name } = recordOf(spec.scaleTargetRef);
  if (typeof kind !== 'string') { return; }
  into.add({ relation: 'scales', group: groupOf(typeof apiVersion === 'string' ? apiVersion : ''), kind, name, path: '/spec/scaleTargetRef/name' });
}

function addBinding(into: ReferenceCollector, binding: Manifest) {
  const group = 'rbac.authorization.k8s.io';
  const { kind, name } = recordOf(binding.roleRef);
  if (typeof kind === 'string') {
    into.add({
      relation: 'grants',
      group,
      kind,
      name,
      path: '/roleRef/name',
      namespace: isClusterScoped(`${group}/v1`, kind) ? '' : undefined,
    });
  }
  listOf(binding.subjects).forEach((value, i) => {
    const subject = recordOf(value);
    if (subject.kind !== 'ServiceAccount' || typeof subject.namespace !== 'string') { return; }
    into.add({
      relation: 'grants to', kind: 'ServiceAccount', namespace: subject.namespace, name: subject.name, path: `/subjects/${i}/name`,
    });
  });
}

function addServiceAccount(into: ReferenceCollector, account: Manifest) {
  listOf(account.imagePullSecrets).forEach((secret, i) => into.add({
    relation: 'pulls with', kind: 'Secret', name: recordOf(secret).name, path: `/imagePullSecrets/${i}/name`,
  }));
}

function addEndpointSlice(into: ReferenceCollector, slice: Manifest) {
  const label = 'kubernetes.io/service-name';
  into.add({
    relation: 'endpoints of', kind: 'Service', name: recordOf(slice.metadata?.labels)[label], path: pointer('metadata', 'labels', label),
  });
}

function addWebhooks(into: ReferenceCollector, configuration: Manifest) {
  listOf(configuration.webhooks).forEach((webhook, i) =>
    addServiceReference(into, recordOf(recordOf(webhook).clientConfig).service, `/webhooks/${i}/clientConfig/service`));
}

function addConversion(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  const { clientConfig } = recordOf(recordOf(spec.conversion).webhook);
  addServiceReference(into, recordOf(clientConfig).service, '/spec/conversion/webhook/clientConfig/service');
}

function addServiceReference(into: ReferenceCollector, service: unknown, path: string) {
  const { namespace, name } = recordOf(service);
  if (typeof namespace !== 'string') { return; }
  into.add({ relation: 'calls', kind: 'Service', namespace, name, path: `${path}/name` });
}

function addSnapshot(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  into.add({
    relation: 'restores',
    kind: 'PersistentVolumeClaim',
    name: recordOf(spec.source).persistentVolumeClaimName,
    path: '/spec/source/persistentVolumeClaimName',
  });
}

/** Routes of the Gateway API. A backend in another namespace needs a ReferenceGrant, which we do not look for. */
function addRoutes(into: ReferenceCollector, _: Manifest, spec: Record<string, any>) {
  listOf(spec.rules).forEach((rule, i) => listOf(recordOf(rule).backendRefs).forEach((value, j) => {
    const { group = '', kind = 'Service', namespace, name, port } = recordOf(value);
    if (group !== '' || kind !== 'Service') { return; }
    into.add({ relation: 'routes to', kind, name, port, path: `/spec/rules/${i}/backendRefs/${j}/name`, ...typeof namespace === 'string' && { namespace } });
  }));
}
