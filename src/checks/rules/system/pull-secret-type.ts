import { WEB, objectYaml, podYaml, together } from './examples';
import { textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The types that the kubelet reads (pkg/credentialprovider/secrets). */
const READ: ReadonlySet<unknown> = new Set(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg']);

const example = (secret: string) => together(objectYaml('v1', 'Secret', 'registry', secret), podYaml(WEB, 'imagePullSecrets: [{name: registry}]'));

export const pullSecretType: Check = {
  id: 'pull-secret-type',
  why: 'the kubelet reads passwords of registries only from Secrets of the type kubernetes.io/dockerconfigjson; it passes others over, and the image cannot be pulled',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.ofKind('Secret')) {
      const secret = reference.relation === 'pulls with' ? references.target(reference) : undefined;
      if (!secret || READ.has(secret.type)) { continue; }
      yield {
        object: reference.from,
        path: reference.path,
        message: `${titleOf(reference.from)} pulls its image with ${titleOf(secret)}, whose type is '${textOf(secret.type ?? 'Opaque')}': the kubelet does not read it`,
        fix: `make the Secret with kubectl create secret docker-registry ${textOf(secret.metadata?.name)} --docker-server=<registry> --docker-username=<name> --docker-password=<password>`,
      };
    }
  },
  bad: example('stringData: {username: web, password: "1234"}'),
  good: example('type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: \'{"auths": {}}\'}'),
};
