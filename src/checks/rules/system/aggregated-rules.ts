import { objectYaml } from './examples';
import { isRecord, listOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (rules: string) => objectYaml('rbac.authorization.k8s.io/v1', 'ClusterRole', 'watcher',
  'aggregationRule: {clusterRoleSelectors: [{matchLabels: {example.com/part-of: watcher}}]}', `rules: [${rules}]`);

export const aggregatedRules: Check = {
  id: 'aggregated-rules',
  why: 'the controller writes the rules of a ClusterRole with an aggregationRule: those of all ClusterRoles with the labels. Rules that stand in it are overwritten',
  severity: 'warning',
  run: function* (inventory) {
    for (const role of inventory.ofKind('ClusterRole')) {
      // What was read from a cluster has the rules that the controller wrote.
      if (!isRecord(role.aggregationRule) || listOf(role.rules).length === 0 || role.metadata?.uid !== undefined) { continue; }
      yield {
        object: role,
        path: '/rules',
        message: `${titleOf(role)} has an aggregationRule and rules of its own, which the controller overwrites`,
        fix: 'move the rules into a ClusterRole of their own with the labels that aggregationRule asks for, and write rules: []',
      };
    }
  },
  bad: example('{apiGroups: [""], resources: [pods], verbs: [get]}'),
  good: example(''),
};
