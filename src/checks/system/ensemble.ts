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
