import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  serviceAccountName: web
  containers: [{name: web, image: httpd:2.4.62}]
`;

export const missingServiceAccount: Check = {
  id: 'missing-service-account',
  why: 'the server refuses every pod whose ServiceAccount does not exist; the workload stays at zero pods',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('ServiceAccount').filter(({ relation }) => relation === 'runs as')),
  bad: pod,
  good: `${pod}---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
`,
};
