import { isRecord } from '../kubernetes/manifest';

/** An object, a template or a claim template. */
export interface Place {
  readonly kind: string;
  readonly holder: Record<string, any>;
}

/** What took the place of an annotation. */
export interface OldAnnotation {
  readonly key: string;
  /** Kinds on which it meant something. */
  readonly kinds: readonly string[];
  /** Writes the field of today into the object, and says what became of the annotation; undefined if it stays. */
  readonly renew: (holder: Record<string, any>, value: string, annotations: Record<string, any>) => string | undefined;
}

/** The API version in which an Ingress has its class as a field. */
export const INGRESS = 'networking.k8s.io/v1';

const PODS = ['Pod'];
const CLAIMS = ['PersistentVolumeClaim', 'PersistentVolume'];

/** Annotations of alpha and beta times, and what is written today. */
export const OLD_ANNOTATIONS: readonly OldAnnotation[] = [
  { key: 'volume.beta.kubernetes.io/storage-class', kinds: CLAIMS, renew: field('storageClassName') },
  // It asked for any class at all, whatever its value was.
  { key: 'volume.alpha.kubernetes.io/storage-class', kinds: CLAIMS, renew: () => 'is gone: the default class of the cluster is taken, where no other is named' },
  { key: 'volume.beta.kubernetes.io/mount-options', kinds: ['PersistentVolume'], renew: field('mountOptions', value => value.split(',')) },
  { key: 'pod.alpha.kubernetes.io/initialized', kinds: PODS, renew: () => 'is gone: pods of a StatefulSet are always started' },
  { key: 'pod.alpha.kubernetes.io/init-containers', kinds: PODS, renew: initContainers },
  { key: 'pod.beta.kubernetes.io/init-containers', kinds: PODS, renew: initContainers },
  { key: 'pod.beta.kubernetes.io/hostname', kinds: PODS, renew: field('hostname') },
  { key: 'pod.beta.kubernetes.io/subdomain', kinds: PODS, renew: field('subdomain') },
  { key: 'service.alpha.kubernetes.io/tolerate-unready-endpoints', kinds: ['Service'], renew: field('publishNotReadyAddresses', value => value === 'true') },
  { key: 'kubernetes.io/ingress.class', kinds: ['Ingress'], renew: (holder, value, annotations) => holder.apiVersion === INGRESS ? field('ingressClassName')(holder, value, annotations) : undefined },
  {
    key: 'storageclass.beta.kubernetes.io/is-default-class',
    kinds: ['StorageClass'],
    renew: (_, value, annotations) => {
      annotations['storageclass.kubernetes.io/is-default-class'] ??= value;
      return 'is called storageclass.kubernetes.io/is-default-class';
    },
  },
];

/** A field of the spec has its value, unless the field says something already. */
function field(name: string, read: (value: string) => unknown = value => value): OldAnnotation['renew'] {
  return (holder, value) => {
    holder.spec = { ...isRecord(holder.spec) ? holder.spec : {}, [name]: holder.spec?.[name] ?? read(value) };
    return `is the field spec.${name}`;
  };
}

/** They were written as JSON; what is none stays where it is. */
function initContainers(holder: Record<string, any>, value: string): string | undefined {
  try {
    const containers: unknown = JSON.parse(value);
    if (!Array.isArray(containers) || !containers.every(isRecord)) { return undefined; }
    holder.spec = { ...holder.spec, initContainers: holder.spec?.initContainers ?? containers };
    return 'is the field spec.initContainers';
  } catch {
    return undefined;
  }
}
