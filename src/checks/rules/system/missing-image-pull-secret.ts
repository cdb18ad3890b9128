import { absences } from './absence';
import { objectYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

const OF_REGISTRY = ['imagePullSecrets: [{name: registry}]', 'containers: [{name: web, image: registry.example.com/web:1.4.2}]'];

export const missingImagePullSecret: Check = {
  id: 'missing-image-pull-secret',
  why: 'without its pull secret the kubelet asks the registry anonymously, and a private image is never pulled',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('Secret').filter(({ relation }) => relation === 'pulls with')),
  bad: podYaml(...OF_REGISTRY),
  good: together(podYaml(...OF_REGISTRY), objectYaml('v1', 'Secret', 'registry', 'type: kubernetes.io/dockerconfigjson', 'stringData: {.dockerconfigjson: \'{"auths": {}}\'}')),
};
