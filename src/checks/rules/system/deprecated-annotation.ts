import { isBuiltIn } from '../../../kubernetes/kinds';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Severity } from '../../../reports/finding';
import { Check, SystemProblem } from '../../engine/check';

interface OldAnnotation {
  /** The whole key, or its beginning where it ends in `*`. */
  readonly key: string;
  /** False if Kubernetes ignores it: what it asks for does not happen. */
  readonly honoured: boolean;
  readonly instead: string;
}

const OLD_ANNOTATIONS: readonly OldAnnotation[] = [
  { key: 'volume.beta.kubernetes.io/storage-class', honoured: true, instead: 'write storageClassName in the spec' },
  { key: 'volume.alpha.kubernetes.io/storage-class', honoured: false, instead: 'write storageClassName in the spec' },
  { key: 'volume.beta.kubernetes.io/mount-options', honoured: true, instead: 'write spec.mountOptions' },
  { key: 'volume.alpha.kubernetes.io/node-affinity', honoured: false, instead: 'write spec.nodeAffinity' },
  { key: 'storageclass.beta.kubernetes.io/is-default-class', honoured: true, instead: 'write storageclass.kubernetes.io/is-default-class' },
  {
    key: 'service.alpha.kubernetes.io/tolerate-unready-endpoints',
    honoured: false,
    instead: 'write publishNotReadyAddresses: true in the spec of the Service',
  },
  { key: 'pod.alpha.kubernetes.io/initialized', honoured: false, instead: 'remove it: pods of a StatefulSet are always started' },
  { key: 'pod.alpha.kubernetes.io/init-containers', honoured: false, instead: 'write spec.initContainers' },
  { key: 'pod.beta.kubernetes.io/init-containers', honoured: false, instead: 'write spec.initContainers' },
  { key: 'pod.beta.kubernetes.io/hostname', honoured: false, instead: 'write spec.hostname' },
  { key: 'pod.beta.kubernetes.io/subdomain', honoured: false, instead: 'write spec.subdomain' },
  { key: 'pod.alpha.kubernetes.io/*', honoured: false, instead: 'look for the field of the spec that took its place' },
  { key: 'scheduler.alpha.kubernetes.io/critical-pod', honoured: false, instead: 'write priorityClassName: system-cluster-critical' },
  { key: 'scheduler.alpha.kubernetes.io/affinity', honoured: false, instead: 'write spec.affinity' },
  { key: 'scheduler.alpha.kubernetes.io/tolerations', honoured: false, instead: 'write spec.tolerations' },
  { key: 'scheduler.alpha.kubernetes.io/name', honoured: false, instead: 'write spec.schedulerName' },
  { key: 'seccomp.security.alpha.kubernetes.io/*', honoured: false, instead: 'write securityContext.seccompProfile' },
  { key: 'container.seccomp.security.alpha.kubernetes.io/*', honoured: false, instead: 'write securityContext.seccompProfile of the container' },
  { key: 'net.beta.kubernetes.io/network-policy', honoured: false, instead: 'write a NetworkPolicy with podSelector: {}' },
  { key: 'kubernetes.io/ingress.class', honoured: true, instead: 'write spec.ingressClassName' },
];

const EXACT = new Map(OLD_ANNOTATIONS.map(annotation => [annotation.key, annotation]));
const PREFIXES = OLD_ANNOTATIONS.filter(({ key }) => key.endsWith('*')).map(annotation => ({ ...annotation, key: annotation.key.slice(0, -1) }));

export const deprecatedAnnotation: Check = {
  id: 'deprecated-annotation',
  why: 'annotations of alpha and beta times were replaced by fields: most are read by nothing any more, so what they ask for silently does not happen; '
    + 'those still read will follow',
  severity: 'warning',
  run: function* (inventory) {
    for (const manifest of inventory.manifests) {
      for (const { annotations, path } of annotationsOf(manifest)) { yield* oldAnnotations(manifest, annotations, path); }
    }
  },
  bad: `
apiVersion: v1
kind: Service
metadata: {name: redis, annotations: {service.alpha.kubernetes.io/tolerate-unready-endpoints: "true"}}
spec: {clusterIP: None, ports: [{port: 6379}]}
`,
  good: `
apiVersion: v1
kind: Service
metadata: {name: redis}
spec: {clusterIP: None, publishNotReadyAddresses: true, ports: [{port: 6379}]}
`,
};

interface Annotations {
  readonly annotations: Record<string, any>;
  /** Where the metadata stands. */
  readonly path: string;
}

/** The annotations of an object and of what it makes others of. */
function annotationsOf({ metadata, spec }: Manifest): Annotations[] {
  const found: Annotations[] = [];
  const add = (holder: unknown, path: string) => {
    const { annotations } = recordOf(holder);
    if (isRecord(annotations)) { found.push({ annotations, path }); }
  };
  add(metadata, '/metadata');
  if (!isRecord(spec)) { return found; }
  if (spec.template) { add(recordOf(spec.template).metadata, '/spec/template/metadata'); }
  if (spec.jobTemplate) { add(recordOf(recordOf(recordOf(spec.jobTemplate).spec).template).metadata, '/spec/jobTemplate/spec/template/metadata'); }
  listOf(spec.volumeClaimTemplates).forEach((template, i) => add(recordOf(template).metadata, `/spec/volumeClaimTemplates/${i}/metadata`));
  return found;
}

function* oldAnnotations(object: Manifest, annotations: Record<string, any>, path: string): Iterable<SystemProblem> {
  for (const key of Object.keys(annotations)) {
    const old = EXACT.get(key) ?? PREFIXES.find(prefix => key.startsWith(prefix.key));
    if (!old) { continue; }
    const severity: Severity = old.honoured ? 'info' : 'warning';
    yield {
      object,
      path: path + pointer('annotations', key),
      severity: isReplaced(object, old) ? 'info' : severity,
      message: `${titleOf(object)} carries the annotation '${key}', which ${old.honoured ? 'is deprecated' : 'Kubernetes ignores'}`,
      fix: old.instead,
    };
  }
}

/** Charts that also serve old clusters often write both; then nothing is lost. */
function isReplaced(object: Manifest, { key }: OldAnnotation): boolean {
  return isBuiltIn(object.apiVersion) && key === 'service.alpha.kubernetes.io/tolerate-unready-endpoints'
    && recordOf(object.spec).publishNotReadyAddresses === true;
}
