import type { ChartProfile } from './chart-profiles';
import { Manifest, recordOf } from '../kubernetes/manifest';

/** How a database gets from the image of a chart to the official one, step by step. */
export function movePlan({ kind, metadata }: Manifest, { name: container, image }: Record<string, any>, profile: ChartProfile): string[] {
  const { dump, version, look, after = [] } = profile;
  const { name, namespace, labels } = recordOf(metadata);
  const inNamespace = namespace === undefined ? '' : ` --namespace ${namespace}`;
  const pod = kind === 'StatefulSet' ? `${name}-0` : `deployment/${name}`;
  const inPod = (command: string) => `kubectl exec${inNamespace} ${pod} --container ${container} -- ${command}`;
  const { 'app.kubernetes.io/managed-by': manager, 'app.kubernetes.io/instance': release } = recordOf(labels);
  const steps = [
    `Take a dump, copy it out of the pod, and try to restore it somewhere else: ${inPod(dump)}`,
    `See that the version which runs is the one of the tag: ${inPod(version)}`,
    ...manager === 'Helm' ? [`From now on the objects are not Helm's: never upgrade or uninstall the release ${release}, and remove what it remembers: kubectl delete secret${inNamespace} --selector owner=helm,name=${release}`] : [],
    'Synthesize the program, compare its output with what runs by cdk8s-stateful diff, and apply it. Each pod stops before its next one starts on the same volume; until then the database does not answer.',
    `Look whether everything is there: ${inPod(look)}`,
    ...after,
    `The way back: apply the old manifests, with the copy of the old image that gets no updates: ${String(image).replace(/(^|\/)bitnami\//, '$1bitnamilegacy/')}. Both run the same version on the same files.`,
  ];
  return steps.map((step, index) => `${index + 1}. ${step}`);
}
