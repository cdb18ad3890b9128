import { describeSelector, severityOfNoPods } from './selecting';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (app: string) => `
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: ${app}}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: httpd:2.4.62, ports: [{containerPort: 80}]}]}
`;

export const serviceSelectsPods: Check = {
  id: 'service-selects-pods',
  why: 'a Service whose selector matches no pod has no endpoints: every connection to it fails',
  severity: 'warning',
  run: function* (_, context) {
    const { references } = context;
    for (const selection of references.selectionsFor('routes to')) {
      if (references.selectsAny(selection)) { continue; }
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
