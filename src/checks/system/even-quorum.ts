import { titleOf } from '../../manifest/inventory';
import { Manifest, listOf, textOf } from '../../manifest/manifest';
import { containersOf, podTemplateOf, replicasOf } from '../../manifest/workload';
import { Check } from '../check';

/** Images whose members agree by majority, by the last part of their names. */
const BY_MAJORITY = /^(consul|etcd|mongo|mongodb|mongodb-(?:community|enterprise)-server|nats|rabbitmq|redis-sentinel|rqlite|zookeeper|vault)$/;

export const evenQuorum: Check = {
  id: 'even-quorum',
  why: 'members that decide by majority bear no more failures with an even number than with one less, and two halves can each be without a majority',
  severity: 'warning',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const count = replicasOf(set);
      const image = count > 0 && count % 2 === 0 ? quorumImage(set) : undefined;
      if (image === undefined) { continue; }
      yield {
        object: set,
        path: '/spec/replicas',
        message: `${titleOf(set)} runs ${count} members of '${image}', which decide by majority: `
          + `they bear ${count / 2 - 1} failure${count === 4 ? '' : 's'}, as ${count - 1} would`,
        fix: `write replicas: ${count + 1}, or ${count - 1}`,
      };
    }
  },
  bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: zookeeper}
spec:
  serviceName: zookeeper
  replicas: 4
  selector: {matchLabels: {app: zookeeper}}
  template:
    metadata: {labels: {app: zookeeper}}
    spec: {containers: [{name: zookeeper, image: zookeeper:3.8.4}]}
---
apiVersion: v1
kind: Service
metadata: {name: zookeeper}
spec: {clusterIP: None, selector: {app: zookeeper}}
`,
  good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: zookeeper}
spec:
  serviceName: zookeeper
  replicas: 3
  selector: {matchLabels: {app: zookeeper}}
  template:
    metadata: {labels: {app: zookeeper}}
    spec: {containers: [{name: zookeeper, image: zookeeper:3.8.4}]}
---
apiVersion: v1
kind: Service
metadata: {name: zookeeper}
spec: {clusterIP: None, selector: {app: zookeeper}}
`,
};

function quorumImage(set: Manifest): string | undefined {
  const template = podTemplateOf(set);
  const found = template && containersOf(template).find(({ container, path }) =>
    path.includes('/containers/') && (BY_MAJORITY.test(nameOf(container.image)) || isSentinel(container)));
  return found?.container.image;
}

/** `registry:5000/bitnami/etcd:3.5@sha256:...` is etcd. */
function nameOf(image: unknown): string {
  return textOf(image).replace(/@.*$/, '').replace(/^.*\//, '').replace(/:.*$/, '');
}

/** Sentinels of Redis run the same image as Redis. */
function isSentinel(container: Record<string, any>): boolean {
  return nameOf(container.image).startsWith('redis')
    && [...listOf(container.command), ...listOf(container.args)].map(textOf).some(word => /(^|\/|-)redis-sentinel$|^--sentinel$/.test(word.trim()));
}
