import { listOf, recordOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: mysql:8.0.40, volumeMounts: [{name: data, mountPath: /var/lib/mysql}]}]
      volumes: [{name: data, emptyDir: {}}]
  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {clusterIP: None, selector: {app: db}}
`;

export const shadowedVolume: Check = {
  id: 'shadowed-volume',
  why: 'a claim template takes the place of a pod volume of the same name without a word',
  severity: 'warning',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const claimed = new Set(claimTemplatesOf(set).map(template => recordOf(recordOf(template).metadata).name));
      const pods = podTemplateOf(set);
      if (claimed.size === 0 || !pods) { continue; }
      for (const [i, volume] of listOf(pods.spec.volumes).entries()) {
        const { name } = recordOf(volume);
        if (typeof name !== 'string' || !claimed.has(name)) { continue; }
        yield {
          object: set,
          path: `${pods.path}/spec/volumes/${i}`,
          message: `${titleOf(set)} has a volume '${name}' and a claim template '${name}'; the pods get the claim`,
          fix: 'remove the volume, or give it another name',
        };
      }
    }
  },
  bad: example,
  good: example.replace('      volumes: [{name: data, emptyDir: {}}]\n', ''),
};
