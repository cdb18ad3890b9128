import { listOf, recordOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, containersOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (mounts: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: mysql:8.0.40${mounts}}]}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {clusterIP: None, selector: {app: db}}
`;

export const unmountedClaim: Check = {
  id: 'unmounted-claim',
  why: 'a claim template that no container mounts gives every pod a volume that stays empty, while the data goes to the container and is lost with it',
  severity: 'warning',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const templates = claimTemplatesOf(set);
      const pods = podTemplateOf(set);
      if (templates.length === 0 || !pods) { continue; }
      const mounted = new Set(containersOf(pods).flatMap(({ container }) =>
        [...listOf(container.volumeMounts), ...listOf(container.volumeDevices)].map(mount => recordOf(mount).name)));
      for (const [i, template] of templates.entries()) {
        const { name } = recordOf(recordOf(template).metadata);
        if (typeof name !== 'string' || mounted.has(name)) { continue; }
        yield {
          object: set,
          path: `/spec/volumeClaimTemplates/${i}`,
          message: `${titleOf(set)} claims a volume '${name}' for each pod, and no container mounts it`,
          fix: `add {name: ${name}, mountPath: ...} to the volumeMounts of a container, or remove the claim template`,
        };
      }
    }
  },
  bad: example(''),
  good: example(', volumeMounts: [{name: data, mountPath: /var/lib/mysql}]'),
};
