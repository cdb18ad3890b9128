import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: httpd:2.4.62, envFrom: [{configMapRef: {name: settings}}]}]
`;

export const missingConfigMap: Check = {
  id: 'missing-config-map',
  why: 'a pod whose ConfigMap does not exist is created and never starts: its volumes cannot be mounted or its environment cannot be set. '
    + 'A ConfigMap that may exist in the cluster already is a warning, unless the environment is declared complete',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('ConfigMap')),
  bad: pod,
  good: `${pod}---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {MODE: standalone}
`,
};
