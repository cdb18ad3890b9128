import { absences } from './absence';
import { Check } from '../../engine/check';

const autoscaler = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
`;

export const missingScaleTarget: Check = {
  id: 'missing-scale-target',
  why: 'a HorizontalPodAutoscaler whose target does not exist scales nothing',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.all.filter(({ relation }) => relation === 'scales')),
  bad: autoscaler,
  good: `${autoscaler}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: httpd:2.4.62}]}
`,
};
