import { DATA, DB, DB_WITH_DATA, setYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, containersOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

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
  bad: setYaml('db', [DB], DATA),
  good: setYaml('db', [DB_WITH_DATA], DATA),
};
