import { WEB, podYaml } from './examples';
import { isRemovedType } from './removed-volume-type';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

export const deprecatedField: Check = {
  id: 'deprecated-field',
  why: 'deprecated fields still work, but tools that look for the field of today do not see them, and they may be removed',
  severity: 'info',
  run: function* (inventory, { model }) {
    for (const manifest of inventory.manifests) {
      const pods = podTemplateOf(manifest) ?? alphaTemplateOf(manifest);
      if (pods) { yield* oldPodFields(manifest, pods.spec, `${pods.path}/spec`, model); }
      if (manifest.kind === 'Service' && recordOf(manifest.spec).loadBalancerIP) {
        yield {
          object: manifest,
          path: '/spec/loadBalancerIP',
          message: `${titleOf(manifest)} sets loadBalancerIP, which is deprecated and which many providers ignore`,
          fix: 'use the annotation of your provider',
        };
      }
    }
  },
  bad: podYaml('serviceAccount: default', WEB),
  good: podYaml('serviceAccountName: default', WEB),
};

function* oldPodFields(object: Manifest, spec: Record<string, any>, path: string, model: ApiModel): Iterable<SystemProblem> {
  if (typeof spec.serviceAccount === 'string' && spec.serviceAccountName === undefined) {
    yield {
      object,
      path: `${path}/serviceAccount`,
      message: `${titleOf(object)} names its account in serviceAccount, which is deprecated`,
      fix: `write serviceAccountName: ${spec.serviceAccount}`,
    };
  }
  for (const [i, volume] of listOf(spec.volumes).entries()) {
    if (!recordOf(volume).gitRepo || isRemovedType('gitRepo', model)) { continue; }
    yield {
      object,
      path: `${path}/volumes/${i}/gitRepo`,
      message: `${titleOf(object)} mounts a gitRepo volume, which is deprecated and lets the repository run programs on the node`,
      fix: 'clone into an emptyDir volume in an init container',
    };
  }
}

/** Kinds of earlier days (PetSet) hold their pods where StatefulSet does. */
function alphaTemplateOf({ spec }: Manifest): { readonly spec: Record<string, any>; readonly path: string } | undefined {
  const template = recordOf(recordOf(spec).template);
  return Array.isArray(recordOf(template.spec).containers) ? { spec: template.spec, path: '/spec/template' } : undefined;
}
