import { Manifest } from '../src/kubernetes/manifest';

/** Objects that one app is made of here. */
export const OBJECTS_PER_APP = 5;

/** A system of `apps` databases, each with what it needs: StatefulSet, headless Service, ConfigMap, budget and account. */
export function systemOf(apps: number): Manifest[] {
  return Array.from({ length: apps }, (_, index) => appNamed(`app-${index}`, `team-${index % 50}`)).flat();
}

function appNamed(name: string, namespace: string): Manifest[] {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name };
  const metadata = { name, namespace, labels };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'app.conf': 'max_connections = 200\nshared_buffers = 1GB\nlog_level = info\n' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: labels, ports: [{ name: 'client', port: 5432, targetPort: 'client' }] },
    },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector: { matchLabels: labels } } },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata,
      spec: {
        serviceName: name,
        replicas: 3,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podOf(name) },
        volumeClaimTemplates: [{
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
        }],
      },
    },
  ];
}

function podOf(name: string): Record<string, unknown> {
  const probe = (command: string) => ({ exec: { command: ['sh', '-c', command] }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 });
  return {
    serviceAccountName: name,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, runAsUser: 999, fsGroup: 999, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' } },
    topologySpreadConstraints: [{
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name } },
    }],
    containers: [{
      name: 'database',
      image: 'registry.example.com/database:15.4',
      ports: [{ name: 'client', containerPort: 5432 }],
      env: [{ name: 'DATA', value: '/var/lib/data' }, { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '1Gi' } },
      readinessProbe: probe('is-ready'),
      livenessProbe: probe('is-alive'),
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      volumeMounts: [{ name: 'data', mountPath: '/var/lib/data' }, { name: 'config', mountPath: '/etc/app' }, { name: 'tmp', mountPath: '/tmp' }],
    }],
    volumes: [{ name: 'config', configMap: { name } }, { name: 'tmp', emptyDir: {} }],
  };
}
