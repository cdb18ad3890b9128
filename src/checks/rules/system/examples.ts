/** YAML of several objects, for the examples of checks. */
export function together(...objects: string[]): string {
  return objects.join('---\n');
}

/** YAML of one object: its head, and these lines. */
export function objectYaml(apiVersion: string, kind: string, name: string, ...lines: string[]): string {
  return [`apiVersion: ${apiVersion}`, `kind: ${kind}`, `metadata: {name: ${name}}`, ...lines, ''].join('\n');
}

/** The same with lines of its spec. */
function withSpec(apiVersion: string, kind: string, name: string, ...lines: string[]): string {
  return objectYaml(apiVersion, kind, name, 'spec:', ...lines.map(line => `  ${line}`));
}

export const WEB = 'containers: [{name: web, image: httpd:2.4.62}]';
export const WEB_WITH_CPU = 'containers: [{name: web, image: httpd:2.4.62, resources: {requests: {cpu: 100m}}}]';
export const WEB_WITH_PAGES = 'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: pages, mountPath: /pages}]}]';
export const DB = 'containers: [{name: db, image: redis:7.4.1}]';
export const DB_WITH_DATA = 'containers: [{name: db, image: redis:7.4.1, volumeMounts: [{name: data, mountPath: /data}]}]';
export const DATA = 'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]';

/** A Pod `web` with its label, and these lines in its spec. */
export function podYaml(...lines: string[]): string {
  return withSpec('v1', 'Pod', 'web', ...lines).replace('{name: web}', '{name: web, labels: {app: web}}');
}

/** A workload of apps/v1 with lines of its pods' spec, and lines of its own. */
export function workloadYaml(kind: string, app: string, pods: readonly string[], ...lines: string[]): string {
  return withSpec('apps/v1', kind, app, ...kind === 'StatefulSet' ? [`serviceName: ${app}`] : [],
    `selector: {matchLabels: {app: ${app}}}`, 'template:', `  metadata: {labels: {app: ${app}}}`, '  spec:', ...pods.map(line => `    ${line}`), ...lines);
}

/** A StatefulSet with its Service. */
export function setYaml(app: string, pods: readonly string[], ...lines: string[]): string {
  return together(
    workloadYaml('StatefulSet', app, pods, ...lines),
    objectYaml('v1', 'Service', app, `spec: {clusterIP: None, selector: {app: ${app}}}`));
}

/** A system that decides by majority. */
export function ensemble(replicas: number): string {
  return setYaml('zookeeper', ['containers: [{name: zookeeper, image: zookeeper:3.8.4, volumeMounts: [{name: conf, mountPath: /conf}]}]', 'volumes: [{name: conf, emptyDir: {}}]'], `replicas: ${replicas}`);
}

/** Three members of one, and a PodDisruptionBudget with this bound: `maxUnavailable: 1`. */
export function ensembleWithBudget(bound: string): string {
  return together(objectYaml('policy/v1', 'PodDisruptionBudget', 'zookeeper', `spec: {${bound}, selector: {matchLabels: {app: zookeeper}}}`), ensemble(3));
}

/** What scales the Deployment `web`. */
export function autoscalerYaml(): string {
  return objectYaml('autoscaling/v2', 'HorizontalPodAutoscaler', 'web',
    'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 5}');
}

/** A PersistentVolume with lines of its spec. */
export function volumeYaml(name: string, ...lines: string[]): string {
  return withSpec('v1', 'PersistentVolume', name, ...lines, 'capacity: {storage: 1Gi}');
}

/** A PersistentVolumeClaim of 1 GiB with these fields in its spec. */
export function claimYaml(name: string, fields: string): string {
  return objectYaml('v1', 'PersistentVolumeClaim', name, `spec: {${fields}, resources: {requests: {storage: 1Gi}}}`);
}

/** The field of a volume that is on one node. */
export const ON_NODE_1 = 'nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-1]}]}]}}';

/** `[ReadWriteOnce]` as the field of a volume or claim. */
export const ONCE = 'accessModes: [ReadWriteOnce]';

/** A program of this image that announces itself as a provisioner, and a class for `example.com/nfs`. */
export function provisionerYaml(name: string, image: string): string {
  return together(
    objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', 'provisioner: example.com/nfs'),
    objectYaml('v1', 'Pod', 'provisioner', `spec: {containers: [{name: nfs, image: "${image}", env: [{name: PROVISIONER_NAME, value: ${name}}]}]}`));
}

const PASSWORD = 'valueFrom: {secretKeyRef: {name: login, key: password}}';

/** A PostgreSQL 17 behind a Service, and a pod that dumps it, by an image of this version that has the password in this variable. */
export function dumpYaml(version: string, variable: string): string {
  return together(
    workloadYaml('Deployment', 'db', [`containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD, ${PASSWORD}}]}]`], 'strategy: {type: Recreate}'),
    objectYaml('v1', 'Secret', 'login', 'stringData: {password: change-me}'),
    objectYaml('v1', 'Service', 'db', 'spec: {selector: {app: db}, ports: [{port: 5432}]}'),
    podYaml('restartPolicy: Never',
      `containers: [{name: dump, image: "postgres:${version}", command: [pg_dump, -h, db, -U, postgres, -f, /backup/shop.sql, shop], env: [{name: ${variable}, ${PASSWORD}}]}]`),
  );
}
