import { absences } from './absence';
import { Check } from '../../engine/check';

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  imagePullSecrets: [{name: registry}]
  containers: [{name: web, image: registry.example.com/web:1.4.2}]
`;

export const missingImagePullSecret: Check = {
  id: 'missing-image-pull-secret',
  why: 'without its pull secret the kubelet asks the registry anonymously, and a private image is never pulled',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('Secret').filter(({ relation }) => relation === 'pulls with')),
  bad: pod,
  good: `${pod}---
apiVersion: v1
kind: Secret
metadata: {name: registry}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: '{"auths": {}}'}
`,
};
