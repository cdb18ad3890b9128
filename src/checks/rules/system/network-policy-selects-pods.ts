import { WEB, objectYaml, podYaml, together } from './examples';
import { describeSelector, mayMeanPodsOfCluster, picksNoPods, severityOfNoPods } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

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
        severity: severityOfNoPods(context, selection),
        message: `${titleOf(selection.from)} selects ${describeSelector(selection.selector)}, and no pod in its namespace carries these labels`,
        fix: 'write the labels of the pod template that it should restrict, or {} for all pods of the namespace',
      };
    }
  },
  bad: example('webb'),
  good: example('web'),
};
