import { lifetimeOfKind } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { groupOf } from '../../kubernetes/manifest';

/** What became of an API version that is gone, or will be. */
export interface RetiredApi {
  /** The apiVersion to write instead; undefined if the kind itself is gone. */
  readonly replacement?: string;
  /** The first minor version of Kubernetes without it, such as `1.16`. */
  readonly removedIn: string;
  /** What to do where it takes more than another apiVersion. */
  readonly advice?: string;
  /** The new version has the same fields, so an object can be checked against it. */
  readonly sameFields?: boolean;
}

const SELECTOR = "apps/v1 needs 'spec.selector' too";

/**
 * What went before the oldest version of the API model, by `apiVersion/Kind`, or by `apiVersion` for all its kinds.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const RETIRED: Readonly<Record<string, RetiredApi>> = {
  'extensions/v1beta1/Deployment': { replacement: 'apps/v1', removedIn: '1.16', advice: SELECTOR, sameFields: true },
  'extensions/v1beta1/DaemonSet': { replacement: 'apps/v1', removedIn: '1.16', advice: SELECTOR, sameFields: true },
  'extensions/v1beta1/ReplicaSet': { replacement: 'apps/v1', removedIn: '1.16', advice: SELECTOR, sameFields: true },
  'extensions/v1beta1/NetworkPolicy': { replacement: 'networking.k8s.io/v1', removedIn: '1.16', sameFields: true },
  'extensions/v1beta1/Ingress': {
    replacement: 'networking.k8s.io/v1', removedIn: '1.22', advice: "backends are written 'service: {name, port: {number}}', and every path needs a pathType",
  },
  'extensions/v1beta1': { removedIn: '1.22', advice: 'its kinds went to the groups apps, networking.k8s.io, batch and autoscaling' },
  'extensions/v1beta1/PodSecurityPolicy': { removedIn: '1.16', advice: 'use Pod Security admission: labels on the Namespace' },
  'apps/v1beta1': { replacement: 'apps/v1', removedIn: '1.16', advice: SELECTOR, sameFields: true },
  'apps/v1beta2': { replacement: 'apps/v1', removedIn: '1.16', sameFields: true },
  'apps/v1alpha1/PetSet': {
    removedIn: '1.5',
    advice: "write a StatefulSet of 'apps/v1'; init containers, storage class and unready endpoints have fields now, the alpha annotations are ignored",
  },
  'networking.k8s.io/v1beta1/Ingress': {
    replacement: 'networking.k8s.io/v1', removedIn: '1.22', advice: "backends are written 'service: {name, port: {number}}', and every path needs a pathType",
  },
  'networking.k8s.io/v1beta1/IngressClass': { replacement: 'networking.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'rbac.authorization.k8s.io/v1alpha1': { replacement: 'rbac.authorization.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'rbac.authorization.k8s.io/v1beta1': { replacement: 'rbac.authorization.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration': {
    replacement: 'admissionregistration.k8s.io/v1', removedIn: '1.22', advice: "'sideEffects' and 'admissionReviewVersions' must be given",
  },
  'admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration': {
    replacement: 'admissionregistration.k8s.io/v1', removedIn: '1.22', advice: "'sideEffects' and 'admissionReviewVersions' must be given",
  },
  'apiextensions.k8s.io/v1beta1': {
    replacement: 'apiextensions.k8s.io/v1', removedIn: '1.22', advice: 'every version needs its own schema; get the manifest of a newer release of the software',
  },
  'apiregistration.k8s.io/v1beta1': { replacement: 'apiregistration.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'authentication.k8s.io/v1beta1': { replacement: 'authentication.k8s.io/v1', removedIn: '1.22' },
  'authorization.k8s.io/v1beta1': { replacement: 'authorization.k8s.io/v1', removedIn: '1.22' },
  'certificates.k8s.io/v1beta1/CertificateSigningRequest': {
    replacement: 'certificates.k8s.io/v1', removedIn: '1.22', advice: "'signerName' and 'usages' must be given",
  },
  'coordination.k8s.io/v1beta1': { replacement: 'coordination.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'scheduling.k8s.io/v1alpha1/PriorityClass': { replacement: 'scheduling.k8s.io/v1', removedIn: '1.17', sameFields: true },
  'scheduling.k8s.io/v1beta1/PriorityClass': { replacement: 'scheduling.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'storage.k8s.io/v1beta1/CSIDriver': { replacement: 'storage.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'storage.k8s.io/v1beta1/CSINode': { replacement: 'storage.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'storage.k8s.io/v1beta1/StorageClass': { replacement: 'storage.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'storage.k8s.io/v1beta1/VolumeAttachment': { replacement: 'storage.k8s.io/v1', removedIn: '1.22', sameFields: true },
  'storage.k8s.io/v1beta1/CSIStorageCapacity': { replacement: 'storage.k8s.io/v1', removedIn: '1.27', sameFields: true },
  'batch/v1beta1/CronJob': { replacement: 'batch/v1', removedIn: '1.25', sameFields: true },
  'batch/v2alpha1/CronJob': { replacement: 'batch/v1', removedIn: '1.21', sameFields: true },
  'discovery.k8s.io/v1beta1/EndpointSlice': { replacement: 'discovery.k8s.io/v1', removedIn: '1.25' },
  'events.k8s.io/v1beta1/Event': { replacement: 'events.k8s.io/v1', removedIn: '1.25' },
  'policy/v1beta1/PodDisruptionBudget': {
    replacement: 'policy/v1', removedIn: '1.25', advice: 'mind that an empty selector selects every Pod there', sameFields: true,
  },
  'policy/v1beta1/PodSecurityPolicy': { removedIn: '1.25', advice: 'use Pod Security admission: labels on the Namespace' },
  'node.k8s.io/v1alpha1/RuntimeClass': { replacement: 'node.k8s.io/v1', removedIn: '1.22' },
  'node.k8s.io/v1beta1/RuntimeClass': { replacement: 'node.k8s.io/v1', removedIn: '1.25', sameFields: true },
  'autoscaling/v2beta1': { replacement: 'autoscaling/v2', removedIn: '1.25', advice: "targets are written 'target: {type, averageUtilization}'" },
  'autoscaling/v2beta2': { replacement: 'autoscaling/v2', removedIn: '1.26', sameFields: true },
  'flowcontrol.apiserver.k8s.io/v1alpha1': { replacement: 'flowcontrol.apiserver.k8s.io/v1beta3', removedIn: '1.21' },
  'flowcontrol.apiserver.k8s.io/v1beta1': { replacement: 'flowcontrol.apiserver.k8s.io/v1beta3', removedIn: '1.26' },
  'auditregistration.k8s.io/v1alpha1/AuditSink': { removedIn: '1.19', advice: 'the API server reads its audit policy from a file' },
  'settings.k8s.io/v1alpha1/PodPreset': { removedIn: '1.20', advice: 'write the settings into the Pod template' },
};

/** What became of the API version of a kind; undefined if it is neither gone nor going. */
export function retiredApi(apiVersion: string, kind: string, model: ApiModel): RetiredApi | undefined {
  const own = `${apiVersion}/${kind}`;
  if (Object.hasOwn(RETIRED, own)) { return RETIRED[own]; }
  const { since, until } = lifetimeOfKind(apiVersion, kind) ?? {};
  // What is not there yet does not go.
  if (until && (since === undefined || model.isSince(since))) {
    return { removedIn: until, replacement: servedVersionOf(groupOf(apiVersion), kind, [model, ApiModel.of(until)], apiVersion) };
  }
  return Object.hasOwn(RETIRED, apiVersion) ? RETIRED[apiVersion] : undefined;
}

/** The newest apiVersion of a kind of this group that is on by default, in the first of these models that has one. */
export function servedVersionOf(group: string, kind: string, models: readonly ApiModel[], except?: string): string | undefined {
  const found = models.map(model => model.kinds().filter(candidate =>
    candidate.kind === kind && model.serves(candidate) && groupOf(candidate.apiVersion) === group && candidate.apiVersion !== except));
  // The shortest one is the stable one, else the last one is the newest.
  return found.map(kinds => (kinds.find(({ apiVersion }) => /\bv\d+$/.test(apiVersion)) ?? kinds.at(-1))?.apiVersion).find(version => version);
}
