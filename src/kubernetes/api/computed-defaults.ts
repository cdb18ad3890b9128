/** A part of a manifest. */
type Json = Readonly<Record<string, any>>;

/**
 * Makes the value of a field out of others; it is asked whether or not the field is given.
 *
 * @param given what the manifest says, if it does
 * @param struct the struct that the field is in
 * @param root the struct of the type that the default belongs to: another one if the default is about a field below
 */
export type ComputedDefault = (given: any, struct: Json, root: Json) => unknown;

/** A value where the manifest gives none; the empty string counts as none. */
const whereAbsent = (make: (struct: Json, root: Json) => unknown): ComputedDefault =>
  (given, struct, root) => given === undefined || given === null || given === '' ? make(struct, root) : given;

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const MAX_INT32 = 2 ** 31 - 1;

/** By the name under which the model has them. */
const COMPUTED: Readonly<Record<string, ComputedDefault>> = {
  // Pods.
  pullPolicyOfImage: whereAbsent(({ image }) => pullPolicyOf(image)),
  pullPolicyOfReference: whereAbsent(({ reference }) => pullPolicyOf(reference)),
  emptyDirWithoutSource: (given, volume) => Object.keys(volume).some(key => key !== 'name' && isThere(volume[key])) ? given : {},
  requestsOfLimits: (given, { limits }) => ifNotEmpty({ ...limits, ...given }),
  hostPortOnHostNetwork: (given, { containerPort }, root) => given || ((root.spec ?? root).hostNetwork === true ? containerPort : undefined),
  limitsOfMax: (given, { type, max }) => type === 'Container' ? ifNotEmpty({ ...max, ...given }) : given,
  requestsOfLimitRange: (given, item) =>
    item.type === 'Container' ? ifNotEmpty({ ...item.min, ...item.max, ...item.default, ...given }) : given,

  // Services.
  port: (given, { port }) => given || port,
  sessionAffinityConfig: (given, { sessionAffinity }) =>
    sessionAffinity === 'ClientIP' ? isThere(given?.clientIP?.timeoutSeconds) ? given : { clientIP: { timeoutSeconds: 10800 } } : undefined,
  internalTrafficPolicy: whereAbsent(({ type }) => type === 'ExternalName' ? undefined : 'Cluster'),
  trafficPolicyOfNodePorts: whereAbsent(({ type }) => hasNodePorts(type) ? 'Cluster' : undefined),
  trafficPolicyOfExternal: whereAbsent(({ type, externalIPs }) =>
    hasNodePorts(type) || (type || 'ClusterIP') === 'ClusterIP' && externalIPs?.length > 0 ? 'Cluster' : undefined),
  nodePortsOfLoadBalancer: whereAbsent(({ type }) => type === 'LoadBalancer' ? true : undefined),
  policyTypes: (given, { egress }) => given?.length > 0 ? given : egress?.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'],

  // Workloads.
  ofRollingUpdate: whereAbsent(({ type }) => (type || 'RollingUpdate') === 'RollingUpdate' ? {} : undefined),
  withoutType: whereAbsent(({ type }) => type ? undefined : {}),
  labelsOfTemplate: (given, { template }) => isEmpty(given) ? template?.metadata?.labels : given,
  labelsOfObjectsTemplate: (given, _, { spec }) => isEmpty(given) ? spec?.template?.metadata?.labels : given,
  oneCompletion: whereAbsent(({ parallelism }) => isThere(parallelism) ? undefined : 1),
  backoffLimit: whereAbsent(({ backoffLimitPerIndex }) => isThere(backoffLimitPerIndex) ? MAX_INT32 : 6),
  podReplacementPolicy: whereAbsent(({ podFailurePolicy }) => isThere(podFailurePolicy) ? 'Failed' : 'TerminatingOrFailed'),

  // The cluster.
  labelWithName: (given, { name }) => name ? { ...given, 'kubernetes.io/metadata.name': name } : given,
  apiGroupOfSubject: whereAbsent(({ kind }) => kind === 'User' || kind === 'Group' ? RBAC_GROUP : undefined),
  lowerKind: whereAbsent(({ kind }) => typeof kind === 'string' ? kind.toLowerCase() : undefined),
  listKind: whereAbsent(({ kind }) => typeof kind === 'string' && kind !== '' ? `${kind}List` : undefined),
  oneDevice: (given, { allocationMode }) => given || ((allocationMode || 'ExactCount') === 'ExactCount' ? 1 : undefined),
};

/** The function of this name. */
export function computedDefault(name: string): ComputedDefault {
  return COMPUTED[name];
}

/** `Always` for `latest` and for no tag at all; a digest needs no tag. */
function pullPolicyOf(image: unknown): string {
  const [reference, digest] = (typeof image === 'string' ? image : '').split('@');
  const lastPart = reference.slice(reference.lastIndexOf('/') + 1);
  const tag = lastPart.includes(':') ? lastPart.slice(lastPart.indexOf(':') + 1) : undefined;
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent';
}

function hasNodePorts(type: unknown): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isEmpty(map: unknown): boolean {
  return !isThere(map) || Object.keys(map as object).length === 0;
}

function ifNotEmpty(map: Json): Json | undefined {
  return isEmpty(map) ? undefined : map;
}
