import { WEB, objectYaml, podYaml, together } from './examples';
import { describeSelector, mayMeanPodsOfCluster, picksNoPods, severityOfNoPods } from './selecting';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { once, oncePerKey } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Selection } from '../../../manifest/references/selections';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (app: string) => together(objectYaml('v1', 'Service', 'web', `spec: {selector: {app: ${app}}, ports: [{port: 80}]}`), podYaml(WEB));

export const serviceSelectsPods: Check = {
  id: 'service-selects-pods',
  why: 'a Service whose selector matches no pod has no endpoints: every connection to it fails',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    const unreached = unreachedIn(context);
    const isUnnumbered = !context.model.isSince('1.28');
    for (const selection of references.selectionsFor('routes to')) {
      if (isUnnumbered && Object.hasOwn(recordOf(recordOf(selection.selector).matchLabels), POD_INDEX)) { yield byIndex(selection); continue; }
      if (!picksNoPods(context, selection) || mayMeanPodsOfCluster(selection)) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        severity: severityOfNoPods(context, selection),
        message: `${titleOf(selection.from)} selects ${describeSelector(selection.selector)}, and no pod in namespace `
          + `'${selection.namespaces[0]}' carries these labels`,
        fix: meantLabels(selection, unreached(selection.namespaces[0])) ?? 'write the labels of the pod template that it should reach',
      };
    }
  },
  bad: example('webb'),
  good: example('web'),
};

const POD_INDEX = 'apps.kubernetes.io/pod-index';

/** Before 1.28 no controller writes this label. */
function byIndex({ from, path, selector }: Selection): SystemProblem {
  const ordinal = textOf(recordOf(recordOf(selector).matchLabels)[POD_INDEX]);
  return {
    object: from,
    path,
    message: `${titleOf(from)} selects by the label ${POD_INDEX}, which pods have since Kubernetes 1.28`,
    fix: `select by the name of the pod: statefulset.kubernetes.io/pod-name: <set>-${ordinal}`,
  };
}

/** Workloads of a namespace that no Service reaches. */
function unreachedIn({ references }: CheckContext): (namespace: string) => readonly Pods[] {
  const reached = once(() => new Set(references.selectionsFor('routes to').flatMap(selection => [...references.selected(selection)])));
  return oncePerKey((namespace: string) =>
    references.pods.in(namespace).filter(pods => !reached().has(pods) && pods.workload.kind !== 'Job' && pods.workload.kind !== 'CronJob'));
}

/** The labels of the only workload that no Service reaches, if it is called like this one or like what it selects. */
function meantLabels({ from, selector }: Selection, [pods, ...others]: readonly Pods[]): string | undefined {
  if (!pods || others.length > 0) { return undefined; }
  const name = textOf(pods.workload.metadata?.name);
  const asked = [from.metadata?.name, ...Object.values(recordOf(recordOf(selector).matchLabels))].map(textOf);
  const isCalledAlike = asked.some(word => word.length > 2 && name.length > 2 && (word.includes(name) || name.includes(word)));
  const labels = Object.entries(recordOf(recordOf(recordOf(pods.workload.spec).selector).matchLabels ?? pods.template.metadata.labels));
  if (!isCalledAlike || labels.length === 0) { return undefined; }
  return `write selector: {${labels.map(([key, value]) => `${key}: ${textOf(value)}`).join(', ')}}, the labels of ${titleOf(pods.workload)}`;
}
