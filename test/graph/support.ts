import { parseAllDocuments } from 'yaml';
import { Graph } from '../../src/graph/graph';
import { GraphOptions, systemGraph } from '../../src/graph/system-graph';

/** The picture of some YAML. */
export function graphOf(text: string, options: GraphOptions = {}): Graph {
  return systemGraph(parseAllDocuments(text).map(document => document.toJS()), options);
}

/** Its arrows as `db-0 -/data-> data-db-0`, with names in place of ids. */
export function arrowsOf({ nodes, groups, edges }: Graph): string[] {
  const names = new Map([...nodes, ...groups].map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  return edges.map(({ from, to, label }) => `${names.get(from)} -${label}-> ${names.get(to)}`);
}

/** A StatefulSet with its Service. */
export function set(name: string, replicas: number, rest: { readonly spec?: string; readonly pod?: string } = {}): string {
  return `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ${name}, namespace: shop}
spec:
  serviceName: ${name}
  replicas: ${replicas}
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: db, image: "redis:8", ports: [{name: redis, containerPort: 6379}], volumeMounts: [{name: data, mountPath: /data}]}]${rest.pod ? `, ${rest.pod}` : ''}}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]
${rest.spec ?? ''}
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {clusterIP: None, selector: {app: ${name}}, ports: [{port: 6379, targetPort: redis}]}
`;
}
