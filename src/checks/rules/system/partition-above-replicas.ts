import { DB, setYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { ordinalsOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (partition: number) => setYaml('db', [DB], 'replicas: 3', `updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: ${partition}}}`);

export const partitionAboveReplicas: Check = {
  id: 'partition-above-replicas',
  why: 'only pods from the partition on get a changed template. All pods of a new set are made, but if every ordinal is below the partition, no later change reaches any of them, not even when they restart',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const object of inventory.ofKind('StatefulSet')) {
      const { replicas, updateStrategy } = recordOf(object.spec);
      const { type = 'RollingUpdate', rollingUpdate } = recordOf(updateStrategy);
      const { partition } = recordOf(rollingUpdate);
      const { first, last } = ordinalsOf(object);
      if (typeof replicas !== 'number' || replicas < 1 || type !== 'RollingUpdate' || typeof partition !== 'number' || partition <= last) { continue; }
      if (references.to(object).some(({ relation }) => relation === 'scales')) { continue; }
      yield {
        object,
        path: '/spec/updateStrategy/rollingUpdate/partition',
        message: `${titleOf(object)} holds updates back from all pods below ordinal ${partition}, and its pods are ${first} to ${last}: no change of its template reaches them`,
        fix: `write partition: ${first}, or ${last} for a trial with the last pod`,
      };
    }
  },
  bad: example(3),
  good: example(2),
};
