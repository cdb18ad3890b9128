import { ONCE, WEB_WITH_PAGES, claimYaml, together, workloadYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { accessModesOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (strategy: string) => together(claimYaml('pages', ONCE),
  workloadYaml('Deployment', 'web', [WEB_WITH_PAGES, 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]'], `strategy: {type: ${strategy}}`));

export const rollingUpdateClaim: Check = {
  id: 'rolling-update-claim',
  why: 'a Deployment starts the new pod before it stops the old one: with a volume for one node or one pod the new pod may wait forever '
    + 'for the old one to let go, and the update never ends',
  severity: 'info',
  run: function* (_, { references, claims }) {
    for (const { relation, from, path, namespace, name } of references.ofKind('PersistentVolumeClaim')) {
      const strategy = recordOf(recordOf(from.spec).strategy);
      const surge = recordOf(strategy.rollingUpdate).maxSurge;
      const isOverlapping = strategy.type !== 'Recreate' && surge !== 0 && surge !== '0%';
      if (relation !== 'mounts' || from.kind !== 'Deployment' || !isOverlapping || replicasOf(from) !== 1) { continue; }
      const modes = accessModesOf(claims.find(namespace, name)?.spec ?? {});
      if (modes.length === 0 || modes.some(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')) { continue; }
      yield {
        object: from,
        path,
        ...modes.includes('ReadWriteOncePod') && { severity: 'warning' as const },
        message: `${titleOf(from)} rolls over to a new pod while the old one still holds the claim '${name}', which is ${modes.join(', ')}`,
        fix: 'write strategy: {type: Recreate}',
      };
    }
  },
  bad: example('RollingUpdate'),
  good: example('Recreate'),
};
