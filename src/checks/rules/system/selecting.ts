import { mayBeLabelledLater } from './labelled-later';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { DEFAULT_NAMESPACE, isPlaced, namespaceOf } from '../../../manifest/inventory';
import { References } from '../../../manifest/references/references';
import { Selection } from '../../../manifest/references/selections';
import { Severity } from '../../../reports/finding';
import { CheckContext } from '../../engine/check';

/** Where every cluster runs pods that no manifest shows: those of the control plane, the DNS, the network. */
export const OF_THE_CLUSTER = 'kube-system';

/** True if pods that a selector looks for may be those of the cluster itself. */
export function mayMeanPodsOfCluster({ namespaces }: Selection): boolean {
  return namespaces.includes(OF_THE_CLUSTER);
}

/** True if a selector picks none of the pods that are known, and none that may be in its namespace once all is applied. */
export function picksNoPods({ references, cluster }: CheckContext, selection: Selection): boolean {
  return !references.selectsAny(selection) && (cluster.complete || !arePlacedLater(references, selection));
}

/**
 * As for what is named (absence.ts): who names no namespace and selects what is in another one probably goes there itself,
 * and pods without a namespace probably go to the other namespace in which they are selected.
 */
function arePlacedLater({ pods }: References, { from, selector, namespaces }: Selection): boolean {
  if (namespaces.includes(namespaceOf(from))) { return !isPlaced(from) && pods.selectPlaced(selector).length > 0; }
  return pods.select(selector, DEFAULT_NAMESPACE).some(({ workload }) => !isPlaced(workload));
}

/**
 * How bad it is that a selector matches no pod: a warning where the manifests
 * hold the pods of that namespace; only worth knowing where they hold none,
 * where custom resources stand, since then others create the pods, and where
 * a program may give its pods the labels that are missing.
 */
export function severityOfNoPods(context: CheckContext, selection: Selection): Severity {
  const { references, makers, cluster } = context;
  const ours = selection.namespaces.some(namespace => references.pods.in(namespace).length > 0 && !makers.mayMakePods(namespace));
  return (ours || cluster.complete) && !mayBeLabelledLater(context, selection) ? 'warning' : 'info';
}

/** Label selector as people write it: `app=web, tier in (a, b)`. */
export function describeSelector({ matchLabels, matchExpressions }: Record<string, any>): string {
  const labels = Object.entries(recordOf(matchLabels)).map(([key, value]) => `${key}=${textOf(value)}`);
  const conditions = listOf(matchExpressions).map(expression => {
    const { key, operator, values } = recordOf(expression);
    return `${textOf(key)} ${textOf(operator)}${listOf(values).length > 0 ? ` (${listOf(values).map(textOf).join(', ')})` : ''}`;
  });
  return `'${[...labels, ...conditions].join(', ')}'`;
}
