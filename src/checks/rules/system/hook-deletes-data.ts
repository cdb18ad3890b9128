import { claimYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { hookOf } from '../../../manifest/deployer-hooks';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (annotation: string) => claimYaml('data', 'accessModes: [ReadWriteOnce]').replace('{name: data}', `{name: data, annotations: {${annotation}}}`);

export const hookDeletesData: Check = {
  id: 'hook-deletes-data',
  why: 'Helm and Argo CD delete a hook of the run before, and create it anew. A claim, volume or namespace that is a hook loses its data with each upgrade or sync, '
    + 'whatever resource-policy says. Helm does so with a hook of the installation when the release is installed again; Argo CD with each sync',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of ['PersistentVolumeClaim', 'PersistentVolume', 'Namespace'].flatMap(kind => inventory.ofKind(kind))) {
      const hook = hookOf(object);
      if (!hook?.isMade || !hook.deletedFirst && !hook.deletedAfter) { continue; }
      const annotation = Object.keys(recordOf(object.metadata?.annotations)).find(name => hook.reader.includes(`(${name}:`))!;
      yield {
        object,
        path: pointer('metadata', 'annotations', annotation),
        message: `${titleOf(object)} is a hook: ${hook.reader} deletes it, with its data, ${hook.deletedFirst ? 'before it creates it again' : 'as soon as it is there'}`,
        fix: `remove ${annotation}, and write ${hook.by === 'Helm' ? 'helm.sh/resource-policy: keep' : 'argocd.argoproj.io/sync-options: Prune=false'} on what shall stay`,
      };
    }
  },
  bad: example('helm.sh/hook: "pre-install,pre-upgrade"'),
  good: example('helm.sh/resource-policy: keep'),
};
