import { Manifest, groupKindOf, listOf, recordOf, textOf } from '../../kubernetes/manifest';

/** An object that an operator makes of a custom resource. */
export interface MadeObject {
  readonly kind: string;
  readonly name: string;
  /** All keys of a Secret; undefined if they are not known. */
  readonly keys?: readonly string[];
}

/** As it is written, whatever is written there. */
type Makes = (resource: Manifest) => ReadonlyArray<Omit<MadeObject, 'name'> & { readonly name: unknown }>;

/**
 * @see https://cert-manager.io/docs/usage/certificate/
 */
const certificate: Makes = ({ spec }) => {
  const { secretName, keystores, additionalOutputFormats } = recordOf(spec);
  const stores = Object.keys(recordOf(keystores)).flatMap(type => ['keystore', 'truststore'].map(name => `${name}.${type === 'jks' ? 'jks' : 'p12'}`));
  const formats = listOf(additionalOutputFormats).map(format => recordOf(format).type === 'DER' ? 'key.der' : 'tls-combined.pem');
  return [{ kind: 'Secret', name: secretName, keys: ['tls.crt', 'tls.key', 'ca.crt', ...stores, ...formats] }];
};

/**
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
const externalSecret: Makes = ({ metadata, spec }) => {
  const { target, data, dataFrom } = recordOf(spec);
  const { name = metadata?.name, template } = recordOf(target);
  const isListed = listOf(dataFrom).length === 0 && template === undefined;
  return [{ kind: 'Secret', name, ...isListed && { keys: listOf(data).map(entry => textOf(recordOf(entry).secretKey)) } }];
};

/**
 * @see https://github.com/bitnami-labs/sealed-secrets#overview
 */
const sealedSecret: Makes = ({ metadata, spec }) => {
  const { encryptedData, template } = recordOf(spec);
  const { metadata: ofSecret, data } = recordOf(template);
  return [{ kind: 'Secret', name: recordOf(ofSecret).name ?? metadata?.name, keys: [...Object.keys(recordOf(encryptedData)), ...Object.keys(recordOf(data))] }];
};

/**
 * The driver makes Secrets of what it mounts into a pod.
 *
 * @see https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret
 */
const secretProviderClass: Makes = ({ spec }) => listOf(recordOf(spec).secretObjects).map(recordOf)
  .map(({ secretName, data }) => ({ kind: 'Secret', name: secretName, keys: listOf(data).map(entry => textOf(recordOf(entry).key)) }));

const nothing: Makes = () => [];

/** Custom resources of which we know what is made of them, and that it is nothing else. */
const KNOWN: Readonly<Record<string, Makes>> = {
  'bitnami.com/SealedSecret': sealedSecret,
  'cert-manager.io/Certificate': certificate,
  'cert-manager.io/ClusterIssuer': nothing,
  'cert-manager.io/Issuer': nothing,
  'cilium.io/CiliumNetworkPolicy': nothing,
  'crd.projectcalico.org/NetworkPolicy': nothing,
  'external-secrets.io/ClusterSecretStore': nothing,
  'external-secrets.io/ExternalSecret': externalSecret,
  'external-secrets.io/SecretStore': nothing,
  'keda.sh/ScaledObject': nothing,
  'kyverno.io/ClusterPolicy': nothing,
  'kyverno.io/Policy': nothing,
  'monitoring.coreos.com/PodMonitor': nothing,
  'monitoring.coreos.com/Probe': nothing,
  'monitoring.coreos.com/PrometheusRule': nothing,
  'monitoring.coreos.com/ServiceMonitor': nothing,
  'secrets-store.csi.x-k8s.io/SecretProviderClass': secretProviderClass,
};

/** What is made of a custom resource; undefined if nobody knows. */
export function madeOf(resource: Manifest): readonly MadeObject[] | undefined {
  const key = groupKindOf(resource);
  return Object.hasOwn(KNOWN, key) ? KNOWN[key](resource).map(object => ({ ...object, name: textOf(object.name) })) : undefined;
}
