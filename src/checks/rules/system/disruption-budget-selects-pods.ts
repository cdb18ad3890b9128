import { WEB, objectYaml, together, workloadYaml } from './examples';
import { describeSelector, mayMeanPodsOfCluster, picksNoPods, severityOfNoPods } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (app: string) => together(objectYaml('policy/v1', 'PodDisruptionBudget', 'web', `spec: {maxUnavailable: 1, selector: {matchLabels: {app: ${app}}}}`), workloadYaml('Deployment', 'web', [WEB]));

export const disruptionBudgetSelectsPods: Check = {
  id: 'disruption-budget-selects-pods',
  why: 'a PodDisruptionBudget that matches no pod protects nothing: a drain may take all members of a cluster at once',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    for (const selection of references.selectionsFor('protects')) {
      if (!picksNoPods(context, selection) || mayMeanPodsOfCluster(selection)) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        severity: severityOfNoPods(context, selection),
        message: `${titleOf(selection.from)} selects ${describeSelector(selection.selector)}, and no pod in its namespace carries these labels`,
        fix: 'write the labels of the pod template that it should protect',
      };
    }
  },
  bad: example('webb'),
  good: example('web'),
};
