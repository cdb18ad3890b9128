import { WEB, objectYaml, podYaml, together } from './examples';
import { describeSelector, mayMeanPodsOfCluster, picksNoPods, severityOfNoPods } from './selecting';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Selection } from '../../../manifest/references/selections';
import { Check, CheckContext } from '../../engine/check';

const example = (app: string) => together(objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {matchLabels: {app: ${app}}}, policyTypes: [Ingress]}`), podYaml(WEB));

export const networkPolicySelectsPods: Check = {
  id: 'network-policy-selects-pods',
  why: 'a NetworkPolicy that matches no pod restricts nothing: the pods it was meant for stay open to everybody',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    for (const selection of references.selectionsFor('restricts')) {
      if (Object.keys(selection.selector).length === 0 || !picksNoPods(context, selection) || mayMeanPodsOfCluster(selection)) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        severity: !context.cluster.complete && isNobodyOpen(context, selection) ? 'info' : severityOfNoPods(context, selection),
        message: `${titleOf(selection.from)} selects ${describeSelector(selection.selector)}, and no pod in its namespace carries these labels`,
        fix: 'write the labels of the pod template that it should restrict, or {} for all pods of the namespace',
      };
    }
  },
  bad: example('webb'),
  good: example('web'),
};

/** True if other policies restrict every pod of the namespace: the policy is probably about pods that are not here, such as those of a hook that is switched off. */
function isNobodyOpen({ references }: CheckContext, { from, namespaces: [namespace] }: Selection): boolean {
  const types = new Set(policyTypesOf(from));
  const restricted = new Set(references.selectionsFor('restricts')
    .filter(({ from: other, namespaces }) => namespaces[0] === namespace && policyTypesOf(other).some(type => types.has(type)))
    .flatMap(other => references.pods.select(other.selector, namespace)));
  return references.pods.in(namespace).every(pods => restricted.has(pods));
}

function policyTypesOf({ spec }: Manifest): readonly unknown[] {
  const { policyTypes, egress } = recordOf(spec);
  return policyTypes === undefined ? ['Ingress', ...egress === undefined ? [] : ['Egress']] : listOf(policyTypes);
}
