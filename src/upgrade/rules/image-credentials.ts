import { Behaviour } from './behaviour';
import { listOf } from '../../kubernetes/manifest';
import { containersOf } from '../../kubernetes/workload';
import { titleOf } from '../../manifest/inventory';
import { Pods } from '../../manifest/references/pods';

export const imageCredentials: Behaviour = {
  id: 'image-credentials',
  why: 'a pod could use an image that another pod had pulled to its node with a Secret; now the node asks for credentials of its own',
  severity: 'warning',
  holds: { gate: 'KubeletEnsureSecretPulledImages' },
  source: 'https://kubernetes.io/docs/concepts/containers/images/#ensureimagepullcredentialverification',
  run: function* ({ pods }) {
    const withSecret = new Map(pods.all.filter(hasSecret).flatMap(one => imagesOf(one).map(({ image }) => [image, one] as const)));
    for (const one of pods.all.filter(other => !hasSecret(other))) {
      for (const { image, path } of imagesOf(one)) {
        const owner = withSecret.get(image);
        if (!owner) { continue; }
        yield {
          object: one.workload,
          path,
          message: `${titleOf(one.workload)} names no imagePullSecrets, and ${titleOf(owner.workload)} pulls the same image with one: `
            + 'unless its ServiceAccount has a Secret or the node has credentials, its pods no longer start from the copy on the node',
          fix: 'write the same imagePullSecrets here, or on the ServiceAccount',
        };
      }
    }
  },
};

function hasSecret({ template: { spec } }: Pods): boolean {
  return listOf(spec.imagePullSecrets).length > 0;
}

function imagesOf({ template }: Pods) {
  return containersOf(template).filter(({ container }) => typeof container.image === 'string').map(({ container, path }) => ({ image: String(container.image), path: `${path}/image` }));
}
