import { sameData } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (second: string) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {MODE: standalone}
---
apiVersion: v1
kind: ConfigMap
metadata: {${second}}
data: {MODE: cluster}
`;

/** What to do where both are meant. */
export const OF_SEVERAL_CLUSTERS =
  'If they are for different clusters, write `clusters:` in cdk8s-stateful.yaml, or in code Checks.of(chart).cluster(...)';

export const duplicateObject: Check = {
  id: 'duplicate-object',
  why: 'of two objects with one kind, namespace and name only one exists: the one applied last takes the place of the other',
  run: function* (inventory) {
    for (const [first, ...others] of inventory.duplicates()) {
      if (!first.metadata?.name) { continue; }
      for (const other of others) {
        const same = sameData(first, other);
        // Objects of the cluster that differ are two installations: `cluster-wide-name`.
        if (!same && namespaceOf(other) === '') { continue; }
        yield {
          object: other,
          path: '/metadata/name',
          ...same && { severity: 'warning' as const },
          message: `${titleOf(other)} is there twice${same ? ', both times the same' : ' with different contents'}`,
          fix: `${same ? 'remove one of them, or give one another name if two are meant' : 'give one of them another name or another namespace, or make one of both'}. ${OF_SEVERAL_CLUSTERS}`,
        };
      }
    }
  },
  bad: example('name: settings'),
  good: example('name: settings, namespace: kube-public'),
};
