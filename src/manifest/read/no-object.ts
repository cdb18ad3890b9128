import { groupOf, isRecord, Manifest } from '../../kubernetes/manifest';

/** A program that reads files which look like objects and are sent to no server. */
export interface Reader {
  readonly name: string;
  /** How its files become manifests. @default - they never do */
  readonly renders?: string;
}

const KUSTOMIZE: Reader = { name: 'kustomize', renders: 'kustomize build FOLDER | cdk8s-stateful check -' };
const KUBEADM: Reader = { name: 'kubeadm' };
const API_SERVER: Reader = { name: 'the API server' };

/** By API group, or by `group/Kind` where other kinds of the group are objects. */
const READERS: Readonly<Record<string, Reader>> = {
  'kustomize.config.k8s.io': KUSTOMIZE,
  'builtin': KUSTOMIZE,
  'config.kubernetes.io': KUSTOMIZE,
  'kpt.dev': { name: 'kpt' },
  'kubeadm.k8s.io': KUBEADM,
  'kubelet.config.k8s.io': { name: 'the kubelet' },
  'kubeproxy.config.k8s.io': { name: 'kube-proxy' },
  'kubescheduler.config.k8s.io': { name: 'kube-scheduler' },
  'kubecontrollermanager.config.k8s.io': { name: 'kube-controller-manager' },
  'apiserver.config.k8s.io': API_SERVER,
  'apiserver.k8s.io': API_SERVER,
  'audit.k8s.io': API_SERVER,
  'pod-security.admission.config.k8s.io': API_SERVER,
  'eventratelimit.admission.k8s.io': API_SERVER,
  'resourcequota.admission.k8s.io': API_SERVER,
  'podtolerationrestriction.admission.k8s.io': API_SERVER,
  'imagepolicy.k8s.io': API_SERVER,
  'client.authentication.k8s.io': { name: 'kubectl, as credentials' },
  'kubectl.config.k8s.io': { name: 'kubectl' },
  '/Config': { name: 'kubectl, as a kubeconfig' },
  'kind.x-k8s.io': { name: 'kind' },
  'k3d.io': { name: 'k3d' },
  'eksctl.io': { name: 'eksctl' },
  'ctlptl.dev': { name: 'ctlptl' },
  'kops.k8s.io': { name: 'kops' },
  'kuttl.dev': { name: 'kuttl' },
  'cli.kyverno.io': { name: 'the Kyverno CLI' },
  'chainsaw.kyverno.io': { name: 'chainsaw' },
  'skaffold': { name: 'skaffold', renders: 'skaffold render | cdk8s-stateful check -' },
  'backstage.io': { name: 'Backstage' },
  'argoproj.io/ConfigManagementPlugin': { name: "a plugin of Argo CD's repo server" },
};

/** The program that reads this file, if it is the configuration of a program and no object of a cluster. */
export function readerOf({ apiVersion, kind }: Manifest): Reader | undefined {
  const group = groupOf(apiVersion);
  const name = [`${group}/${kind}`, group, apiVersion].find(one => one !== '' && Object.hasOwn(READERS, one));
  return name === undefined ? undefined : READERS[name];
}

/** Fields of a file for kustomize, which needs no kind. */
const OF_KUSTOMIZE: ReadonlySet<string> = new Set([
  'resources', 'bases', 'components', 'crds', 'namespace', 'namePrefix', 'nameSuffix', 'commonLabels', 'commonAnnotations', 'labels', 'buildMetadata',
  'patches', 'patchesStrategicMerge', 'patchesJson6902', 'replacements', 'replicas', 'images', 'configMapGenerator', 'secretGenerator', 'generatorOptions',
  'generators', 'transformers', 'validators', 'vars', 'configurations', 'helmCharts', 'helmGlobals', 'openapi', 'sortOptions',
]);

/** The program that reads a file without apiVersion or kind, where its fields leave no doubt. */
export function readerByFields(value: Readonly<Record<string, unknown>>): Reader | undefined {
  if (typeof value.apiVersion === 'string' && /^v[12]$/.test(value.apiVersion) && typeof value.name === 'string' && value.version !== undefined && value.kind === undefined) {
    return { name: 'Helm, as the head of a chart', renders: 'helm template NAME CHART | cdk8s-stateful check -' };
  }
  if (value.apiVersion !== undefined || value.kind !== undefined) { return undefined; }
  if (isRecord(value.services) && Object.keys(value.services).length > 0 && Object.values(value.services).every(service => isRecord(service) && ('image' in service || 'build' in service))) {
    return { name: 'Docker Compose', renders: 'kompose convert --stdout | cdk8s-stateful check -' };
  }
  const isOfKustomize = ['resources', 'patches', 'configMapGenerator', 'secretGenerator', 'bases'].some(field => Array.isArray(value[field]))
    && Object.keys(value).every(field => OF_KUSTOMIZE.has(field));
  return isOfKustomize ? KUSTOMIZE : undefined;
}

/** True for values that SOPS has encrypted. */
export function isEncrypted(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('ENC[');
}

/** True for a file of SOPS: it holds what is needed to decrypt the others of its values. */
export function isOfSops(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && isRecord(value.sops) && ['mac', 'version', 'lastmodified'].some(field => field in value.sops);
}

/** An action of Helm, or of another program with its templates. */
const ACTION = /\{\{[^{}\n]*\}\}/g;

/** The text without actions: lines that hold nothing else are empty. Undefined if there are none. */
export function withoutActions(text: string): string | undefined {
  return text.includes('{{') && text.search(ACTION) >= 0
    ? text.replace(/^[ \t]*(?:\{\{[^{}\n]*\}\}[ \t]*)+$/gm, '').replace(/\{\{-?[ \t]*\/\*[^]*?\*\/[ \t]*-?\}\}/g, '').replace(ACTION, 'x')
    : undefined;
}

/** True for an object whose name or kind is yet to be filled in. */
export function isTemplate({ apiVersion, kind, metadata }: Manifest): boolean {
  const texts = [apiVersion, kind, ...isRecord(metadata) ? [metadata.name, metadata.namespace] : []];
  return texts.some(text => typeof text === 'string' && text.search(ACTION) >= 0);
}
