import { WEB_WITH_CPU, autoscalerYaml, together, workloadYaml } from './examples';
import { groupOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** The group and version in which Kubernetes serves each of its kinds that can be scaled. */
const SCALABLE: ReadonlyMap<unknown, string> = new Map([
  ['Deployment', 'apps/v1'], ['ReplicaSet', 'apps/v1'], ['ReplicationController', 'v1'], ['StatefulSet', 'apps/v1'],
]);

/** Kinds that make Pods and cannot be scaled, and the groups that they are in. */
const WITHOUT_SCALE: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['CronJob', ['batch']], ['DaemonSet', ['apps', 'extensions']], ['Job', ['batch']], ['Pod', ['']],
]);

/** Groups of Kubernetes in which workloads are or were. A group with a dot may have a Deployment of its own. */
const OF_WORKLOADS: ReadonlySet<string> = new Set(['apps', 'batch', 'extensions']);

export const unscalableTarget: Check = {
  id: 'unscalable-target',
  why: 'a HorizontalPodAutoscaler looks its target up by group and kind, and sets its scale. Where the group has no such kind, or the kind has no scale, it only writes events '
    + '(FailedGetScale), and nothing is scaled. The version does not count',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('HorizontalPodAutoscaler')) {
      const { apiVersion, kind, name } = recordOf(recordOf(object.spec).scaleTargetRef);
      if (typeof apiVersion !== 'string') { continue; }
      const group = groupOf(apiVersion);
      if (WITHOUT_SCALE.get(kind)?.includes(group)) {
        yield {
          object,
          path: '/spec/scaleTargetRef/kind',
          message: `${titleOf(object)} scales ${kind} '${textOf(name)}', and a ${kind} cannot be scaled`,
          fix: 'let it scale a Deployment or a StatefulSet, or remove it',
        };
      }
      const served = SCALABLE.get(kind);
      if (served === undefined || group === groupOf(served) || !OF_WORKLOADS.has(group)) { continue; }
      yield {
        object,
        path: '/spec/scaleTargetRef/apiVersion',
        message: `${titleOf(object)} scales ${kind} '${textOf(name)}' of '${apiVersion}', and the group '${group}' has no ${kind}`,
        fix: `write apiVersion: ${served}`,
      };
    }
  },
  bad: together(autoscalerYaml().replace('apps/v1', 'extensions/v1beta1'), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
  good: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
};
