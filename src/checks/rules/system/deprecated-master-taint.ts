import { WEB, podYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const OLD = 'node-role.kubernetes.io/master';
const NEW = 'node-role.kubernetes.io/control-plane';

export const deprecatedMasterTaint: Check = {
  id: 'deprecated-master-taint',
  why: 'control-plane nodes carry node-role.kubernetes.io/control-plane since Kubernetes 1.24 and no longer node-role.kubernetes.io/master: '
    + 'pods that tolerate or ask for the old name only never run there',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const tolerations = listOf(template.spec.tolerations).map(recordOf);
      const old = tolerations.findIndex(({ key }) => key === OLD);
      const toleratesNew = tolerations.some(({ key, operator }) => key === NEW || (!key && operator === 'Exists'));
      if (old >= 0 && !toleratesNew) {
        yield {
          object: workload,
          path: `${template.path}/spec/tolerations/${old}/key`,
          message: `${titleOf(workload)} tolerates the taint ${OLD} only, which nodes no longer carry`,
          fix: `write key: ${NEW}, beside the old one if old clusters matter`,
        };
      }
      if (Object.hasOwn(recordOf(template.spec.nodeSelector), OLD)) {
        yield {
          object: workload,
          path: `${template.path}/spec${pointer('nodeSelector', OLD)}`,
          message: `${titleOf(workload)} asks for nodes with the label ${OLD}, which nodes no longer carry, so its pods stay Pending`,
          fix: `write ${NEW} instead`,
        };
      }
    }
  },
  bad: podYaml(WEB, 'tolerations: [{key: node-role.kubernetes.io/master, effect: NoSchedule}]'),
  good: podYaml(WEB, 'tolerations: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]'),
};
