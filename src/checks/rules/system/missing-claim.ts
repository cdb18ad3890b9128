import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: pages, mountPath: /pages}]}]
  volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]
`;

export const missingClaim: Check = {
  id: 'missing-claim',
  why: 'a pod whose PersistentVolumeClaim does not exist stays Pending until somebody creates it',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('PersistentVolumeClaim')
    .filter(({ relation, namespace, name }) => relation !== 'binds' && !context.claims.findMade(namespace, name))),
  bad: pod,
  good: `${pod}---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: pages}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`,
};
