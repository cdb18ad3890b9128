import { WEB, objectYaml, podYaml, together } from './examples';
import { describeSelector, mayMeanPodsOfCluster, picksNoPods, severityOfNoPods } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (app: string) => together(objectYaml('v1', 'Service', 'web', `spec: {selector: {app: ${app}}, ports: [{port: 80}]}`), podYaml(WEB));

export const serviceSelectsPods: Check = {
  id: 'service-selects-pods',
  why: 'a Service whose selector matches no pod has no endpoints: every connection to it fails',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    for (const selection of references.selectionsFor('routes to')) {
      if (!picksNoPods(context, selection) || mayMeanPodsOfCluster(selection)) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        severity: severityOfNoPods(context, selection),
        message: `${titleOf(selection.from)} selects ${describeSelector(selection.selector)}, and no pod in namespace `
          + `'${selection.namespaces[0]}' carries these labels`,
        fix: 'write the labels of the pod template that it should reach',
      };
    }
  },
  bad: example('webb'),
  good: example('web'),
};
