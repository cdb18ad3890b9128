/** A system that decides by majority, for the examples of checks. */
export function ensemble(replicas: number): string {
  return `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: zookeeper}
spec:
  serviceName: zookeeper
  replicas: ${replicas}
  selector: {matchLabels: {app: zookeeper}}
  template:
    metadata: {labels: {app: zookeeper}}
    spec: {containers: [{name: zookeeper, image: zookeeper:3.8.4}]}
---
apiVersion: v1
kind: Service
metadata: {name: zookeeper}
spec: {clusterIP: None, selector: {app: zookeeper}}
`;
}

/** Three members of one, and a PodDisruptionBudget with this bound: `maxUnavailable: 1`. */
export function ensembleWithBudget(bound: string): string {
  return `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: zookeeper}
spec: {${bound}, selector: {matchLabels: {app: zookeeper}}}
---${ensemble(3)}`;
}
