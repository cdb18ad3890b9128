/** An API of a program beside Kubernetes that its newer versions do not have any more. */
export interface RetiredApi {
  readonly apiVersion: string;
  /** @default - all kinds */
  readonly kinds?: readonly string[];
  /** The first version of the program without it. */
  readonly goneIn: string;
  readonly instead: string;
}

const CERT_MANAGER = ['v1alpha2', 'v1alpha3', 'v1beta1'].flatMap(version => ['cert-manager.io', 'acme.cert-manager.io']
  .map(group => ({ apiVersion: `${group}/${version}`, goneIn: 'cert-manager 1.6', instead: `${group}/v1` })));

export const RETIRED_APIS: readonly RetiredApi[] = [
  // @see https://cert-manager.io/docs/releases/upgrading/upgrading-1.5-1.6/
  ...CERT_MANAGER,
  { apiVersion: 'certmanager.k8s.io/v1alpha1', goneIn: 'cert-manager 0.11', instead: 'cert-manager.io/v1' },
  // @see https://doc.traefik.io/traefik/migrate/v2-to-v3/
  { apiVersion: 'traefik.containo.us/v1alpha1', goneIn: 'Traefik 3.0', instead: 'traefik.io/v1alpha1' },
  // @see https://github.com/external-secrets/external-secrets/releases/tag/v0.17.0
  { apiVersion: 'external-secrets.io/v1beta1', kinds: ['ClusterExternalSecret', 'ClusterSecretStore', 'ExternalSecret', 'SecretStore'], goneIn: 'External Secrets 0.17', instead: 'external-secrets.io/v1' },
  // @see https://keda.sh/docs/2.0/migration/
  { apiVersion: 'keda.k8s.io/v1alpha1', goneIn: 'KEDA 2.0', instead: 'keda.sh/v1alpha1' },
];
