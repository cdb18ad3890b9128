import { Behaviour } from './behaviour';
import { rulesOf } from '../../checks/rules/system/rbac';
import { listOf } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';

const SUBRESOURCES = ['pods/exec', 'pods/attach', 'pods/portforward'];

export const execNeedsCreate: Behaviour = {
  id: 'exec-needs-create',
  why: 'exec, attach and port-forward over WebSockets were granted by the verb get; now they need create, as over SPDY',
  severity: 'warning',
  holds: { gate: 'AuthorizePodWebsocketUpgradeCreatePermission' },
  source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/#AuthorizePodWebsocketUpgradeCreatePermission',
  run: function* ({ inventory }) {
    for (const { role, rule, path } of rulesOf(inventory)) {
      const [resources, verbs] = [listOf(rule.resources), listOf(rule.verbs)];
      const named = SUBRESOURCES.filter(subresource => resources.includes(subresource));
      if (named.length > 0 && verbs.includes('get') && !verbs.includes('create') && !verbs.includes('*')) {
        yield {
          object: role,
          path: `${path}/verbs`,
          message: `${titleOf(role)} grants get on ${named.join(', ')} and no create: whoever has it can no longer use them`,
          fix: `write verbs: [get, create]${verbs.length > 1 ? ' besides the others' : ''}`,
        };
      }
    }
  },
};
