import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  priorityClassName: important
  containers: [{name: web, image: httpd:2.4.62}]
`;

export const missingPriorityClass: Check = {
  id: 'missing-priority-class',
  why: 'the server refuses every pod whose PriorityClass does not exist; the workload stays at zero pods',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('PriorityClass')),
  bad: pod,
  good: `${pod}---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: {name: important}
value: 1000
`,
};
