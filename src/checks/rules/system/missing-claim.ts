import { absences } from './absence';
import { ONCE, WEB_WITH_PAGES, claimYaml, podYaml, together } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { valueAt } from '../../../kubernetes/pointer';
import { claimTemplatesOf } from '../../../kubernetes/workload';
import { Check } from '../../engine/check';

const VOLUMES = 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]';

export const missingClaim: Check = {
  id: 'missing-claim',
  why: 'a pod whose PersistentVolumeClaim does not exist stays Pending until somebody creates it',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('PersistentVolumeClaim')
    .filter(({ from, relation, namespace, name, path }) => relation !== 'binds' && !context.claims.findMade(namespace, name) && !isShadowed(from, path))),
  bad: podYaml(WEB_WITH_PAGES, VOLUMES),
  good: together(podYaml(WEB_WITH_PAGES, VOLUMES), claimYaml('pages', ONCE)),
};

/** True if a claim template takes the place of the volume that names the claim. */
function isShadowed(set: Manifest, path: string): boolean {
  const { name } = recordOf(valueAt(set, path.replace(/\/persistentVolumeClaim\/claimName$/, '')));
  return claimTemplatesOf(set).some(template => recordOf(recordOf(template).metadata).name === name);
}
