import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { Selection } from '../../../manifest/references/selections';
import { Severity } from '../../../reports/finding';
import { CheckContext } from '../../engine/check';

/** Where every cluster runs pods that no manifest shows: those of the control plane, the DNS, the network. */
const OF_THE_CLUSTER = 'kube-system';

/** True if pods that a selector looks for may be those of the cluster itself. */
export function mayMeanPodsOfCluster({ namespaces }: Selection): boolean {
  return namespaces.includes(OF_THE_CLUSTER);
}

/**
 * How bad it is that a selector matches no pod: a warning where the manifests
 * hold the pods of that namespace; only worth knowing where they hold none, or
 * where custom resources stand, since then others create the pods.
 */
export function severityOfNoPods({ references, makers, cluster }: CheckContext, { namespaces }: Selection): Severity {
  const ours = namespaces.some(namespace => references.pods.in(namespace).length > 0 && !makers.mayMakePods(namespace));
  return ours || cluster.complete ? 'warning' : 'info';
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
