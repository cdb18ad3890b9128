import { absences } from './absence';
import { ONCE, WEB_WITH_PAGES, claimYaml, podYaml, together } from './examples';
import { Check } from '../../engine/check';

const VOLUMES = 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]';

export const missingClaim: Check = {
  id: 'missing-claim',
  why: 'a pod whose PersistentVolumeClaim does not exist stays Pending until somebody creates it',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.ofKind('PersistentVolumeClaim')
    .filter(({ relation, namespace, name }) => relation !== 'binds' && !context.claims.findMade(namespace, name))),
  bad: podYaml(WEB_WITH_PAGES, VOLUMES),
  good: together(podYaml(WEB_WITH_PAGES, VOLUMES), claimYaml('pages', ONCE)),
};
