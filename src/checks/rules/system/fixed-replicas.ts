import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 5}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: httpd:2.4.62}]}
`;

export const fixedReplicas: Check = {
  id: 'fixed-replicas',
  why: 'every apply sets a workload back to the replicas that its manifest fixes, against the HorizontalPodAutoscaler that scales it',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.all) {
      const target = reference.relation === 'scales' ? references.target(reference) : undefined;
      const replicas = recordOf(target?.spec).replicas;
      if (!target || typeof replicas !== 'number') { continue; }
      yield {
        object: target,
        path: '/spec/replicas',
        message: `${titleOf(target)} fixes ${replicas} replicas and is scaled by ${titleOf(reference.from)}`,
        fix: 'leave spec.replicas out; the autoscaler starts from minReplicas',
      };
    }
  },
  bad: example,
  good: example.replace('  replicas: 2\n', ''),
};
