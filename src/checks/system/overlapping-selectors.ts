import { Check } from '../check';
import { describeSelector } from './selecting';
import { titleOf } from '../../manifest/inventory';

export const overlappingSelectors: Check = {
  id: 'overlapping-selectors',
  why: 'two workloads of a kind whose selectors match the same pods cannot tell them apart: one may adopt pods of the other, '
    + 'and a Service or budget for one reaches both',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { from, path, selector, namespaces } of references.selectionsFor('manages')) {
      const other = references.pods.select(selector, namespaces[0])
        .find(({ workload }) => workload !== from && workload.kind === from.kind && workload.metadata?.name !== from.metadata?.name);
      if (!other) { continue; }
      yield {
        object: from,
        path,
        message: `${titleOf(from)} selects ${describeSelector(selector)}, which the pods of ${titleOf(other.workload)} match, too`,
        fix: 'add a label to both selectors and templates that differs, such as app.kubernetes.io/instance or app.kubernetes.io/component',
      };
    }
  },
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: web, image: httpd:2.4.62}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec: {containers: [{name: worker, image: busybox:1.36}]}
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: shop, part: web}}
  template:
    metadata: {labels: {app: shop, part: web}}
    spec: {containers: [{name: web, image: httpd:2.4.62}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec:
  selector: {matchLabels: {app: shop, part: worker}}
  template:
    metadata: {labels: {app: shop, part: worker}}
    spec: {containers: [{name: worker, image: busybox:1.36}]}
`,
};
