/** Where an annotation must stand for whoever reads it. */
export interface AnnotationPlace {
  /** The name, or what it begins with if that ends with `/` or `-`. */
  readonly annotation: string;
  readonly by: string;
  /** Where it is read: in the pods, in the object itself, or in an object of these kinds. */
  readonly in: 'pods' | 'object' | readonly string[];
  /** Any annotation of this group will do: their names differ. */
  readonly any?: true;
  /** What does not happen. */
  readonly otherwise: string;
}

const ACCOUNT = ['ServiceAccount'];
const POD_OR_SERVICE = 'nobody asks these pods for metrics';
const NOT_ON_POD = 'it is ignored there';

/** Annotations that people write one level too high, or on another object. */
export const ANNOTATION_PLACES: readonly AnnotationPlace[] = [
  { annotation: 'sidecar.istio.io/', by: 'Istio', in: 'pods', otherwise: 'the sidecar is as it would be without it' },
  { annotation: 'traffic.sidecar.istio.io/', by: 'Istio', in: 'pods', otherwise: 'the sidecar is as it would be without it' },
  { annotation: 'proxy.istio.io/config', by: 'Istio', in: 'pods', otherwise: 'the sidecar is as it would be without it' },
  { annotation: 'linkerd.io/inject', by: 'Linkerd', in: 'pods', otherwise: 'the pods get no proxy' },
  { annotation: 'vault.hashicorp.com/', by: 'The injector of Vault', in: 'pods', otherwise: 'the pods get no secrets' },
  { annotation: 'instrumentation.opentelemetry.io/inject-', by: 'The operator of OpenTelemetry', in: 'pods', otherwise: 'nothing is injected' },
  { annotation: 'cluster-autoscaler.kubernetes.io/safe-to-evict', by: 'The cluster autoscaler', in: 'pods', otherwise: 'the pods are evicted as all others' },
  { annotation: 'kubectl.kubernetes.io/default-container', by: 'kubectl', in: 'pods', otherwise: 'the first container is the default' },
  { annotation: 'prometheus.io/', by: 'Prometheus', in: 'pods', otherwise: POD_OR_SERVICE },
  { annotation: 'k8s.v1.cni.cncf.io/networks', by: 'Multus', in: 'pods', otherwise: 'the pods get no further network' },
  { annotation: 'kubernetes.io/egress-bandwidth', by: 'The network plugin', in: 'pods', otherwise: 'nothing is limited' },
  { annotation: 'kubernetes.io/ingress-bandwidth', by: 'The network plugin', in: 'pods', otherwise: 'nothing is limited' },
  { annotation: 'iam.amazonaws.com/role', by: 'kube2iam', in: 'pods', otherwise: 'the pods have no role' },
  { annotation: 'ad.datadoghq.com/', by: 'The agent of Datadog', in: 'pods', otherwise: 'the pods are watched as all others' },
  { annotation: 'fluentbit.io/', by: 'Fluent Bit', in: 'pods', otherwise: 'the logs are read as all others' },
  { annotation: 'checksum/', by: 'The workload controller', in: 'pods', any: true, otherwise: 'a changed checksum starts no pods anew' },
  { annotation: 'eks.amazonaws.com/role-arn', by: 'The identity webhook of EKS', in: ACCOUNT, otherwise: 'the pods have no role' },
  { annotation: 'iam.gke.io/gcp-service-account', by: 'GKE', in: ACCOUNT, otherwise: 'the pods have no account of Google Cloud' },
  { annotation: 'azure.workload.identity/client-id', by: 'The identity webhook of Azure', in: ACCOUNT, otherwise: 'the pods have no identity' },
  { annotation: 'service.beta.kubernetes.io/', by: 'The cloud provider', in: ['Service'], otherwise: 'no load balancer is like that' },
  { annotation: 'nginx.ingress.kubernetes.io/', by: 'Ingress NGINX', in: ['Ingress'], otherwise: NOT_ON_POD },
  { annotation: 'helm.sh/hook', by: 'Helm', in: 'object', otherwise: 'the object is no hook' },
  { annotation: 'helm.sh/resource-policy', by: 'Helm', in: 'object', otherwise: 'the object is deleted with the release' },
  { annotation: 'argocd.argoproj.io/hook', by: 'Argo CD', in: 'object', otherwise: 'the object is no hook' },
  { annotation: 'argocd.argoproj.io/sync-wave', by: 'Argo CD', in: 'object', otherwise: 'the object is in wave 0' },
  { annotation: 'argocd.argoproj.io/sync-options', by: 'Argo CD', in: 'object', otherwise: NOT_ON_POD },
];

/** The row of an annotation that is read in certain places only. */
export function placeOfAnnotation(name: string): AnnotationPlace | undefined {
  return ANNOTATION_PLACES.find(({ annotation }) => /[/-]$/.test(annotation) ? name.startsWith(annotation) : name === annotation);
}
