/** A field of a custom kind that names another object, and where its program looks for this one. */
export interface CustomReference {
  readonly group: string;
  readonly kinds: readonly string[];
  /** The field below `spec`, from the top; it holds `name` and perhaps `kind` and `namespace`. */
  readonly field: readonly string[];
  readonly targetGroup: string;
  /** The kind that it has if none is written. @default - it must be written */
  readonly kind?: string;
  /** The kind with the same content for all namespaces. @default - there is none */
  readonly clusterKind?: string;
  /** A `namespace` may be written. @default false */
  readonly mayNameNamespace?: boolean;
}

const FLUX_SOURCE = { targetGroup: 'source.toolkit.fluxcd.io', mayNameNamespace: true };

export const CUSTOM_REFERENCES: readonly CustomReference[] = [
  // @see https://external-secrets.io/latest/api/externalsecret/
  {
    group: 'external-secrets.io',
    kinds: ['ExternalSecret'],
    field: ['secretStoreRef'],
    targetGroup: 'external-secrets.io',
    kind: 'SecretStore',
    clusterKind: 'ClusterSecretStore',
  },
  // @see https://fluxcd.io/flux/components/helm/helmreleases/, https://fluxcd.io/flux/components/kustomize/kustomizations/
  { group: 'helm.toolkit.fluxcd.io', kinds: ['HelmRelease'], field: ['chart', 'spec', 'sourceRef'], ...FLUX_SOURCE },
  { group: 'helm.toolkit.fluxcd.io', kinds: ['HelmRelease'], field: ['chartRef'], ...FLUX_SOURCE },
  { group: 'kustomize.toolkit.fluxcd.io', kinds: ['Kustomization'], field: ['sourceRef'], ...FLUX_SOURCE },
];
