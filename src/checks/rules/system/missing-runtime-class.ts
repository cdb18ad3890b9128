import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  runtimeClassName: gvisor
  containers: [{name: web, image: httpd:2.4.62}]
`;

export const missingRuntimeClass: Check = {
  id: 'missing-runtime-class',
  why: 'the server refuses every pod whose RuntimeClass does not exist; the workload stays at zero pods',
  severity: 'info',
  run: (_, context) => absences(context, context.references.ofKind('RuntimeClass')),
  bad: pod,
  good: `${pod}---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: {name: gvisor}
handler: runsc
`,
};
