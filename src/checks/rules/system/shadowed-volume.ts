import { DATA, DB_WITH_DATA, setYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

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
        const { name, persistentVolumeClaim } = recordOf(volume);
        if (typeof name !== 'string' || !claimed.has(name)) { continue; }
        yield {
          object: set,
          path: `${pods.path}/spec/volumes/${i}`,
          // Who names the claim as the template means the claim of the template.
          severity: recordOf(persistentVolumeClaim).claimName === name ? 'info' : 'warning',
          message: `${titleOf(set)} has a volume '${name}' and a claim template '${name}'; the pods get the claim`,
          fix: 'remove the volume, or give it another name',
        };
      }
    }
  },
  bad: setYaml('db', [DB_WITH_DATA, 'volumes: [{name: data, emptyDir: {}}]'], DATA),
  good: setYaml('db', [DB_WITH_DATA], DATA),
};
