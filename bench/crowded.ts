import { Manifest } from '../src/kubernetes/manifest';

const pod = (labels: object, spec: object) => ({ metadata: { labels }, spec: { containers: [{ name: 'main', image: 'main:1' }], ...spec } });

/** Systems in which everything may have to do with everything: where a check that compares pairs would be seen. */
export const CROWDED: Readonly<Record<string, (i: number) => Manifest[]>> = {
  'every selector matches every pod': i => [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: `s${i}` }, spec: { selector: { app: 'x' }, ports: [{ port: 80, targetPort: 8080 }] } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `d${i}` }, spec: { selector: { matchLabels: { app: 'x' } }, template: pod({ app: 'x' }, { containers: [{ name: 'main', image: 'main:1', ports: [{ containerPort: 8080 }] }] }) } },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: `b${i}` }, spec: { minAvailable: 1, selector: {} } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `n${i}` }, spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 80 }] }], egress: [{ to: [{ podSelector: {} }] }], policyTypes: ['Ingress', 'Egress'] } },
  ],
  'every volume has a size of its own': i => [
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `v${i}` }, spec: { storageClassName: 'x', accessModes: ['ReadWriteOnce'], capacity: { storage: `${i}Mi` } } },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: `c${i}` }, spec: { storageClassName: 'x', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: `${i}Mi` } } } },
  ],
  'every claim selects a volume of its own': i => [
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `v${i}`, labels: { id: `${i}` } }, spec: { storageClassName: 'x', capacity: { storage: '1Gi' } } },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: `c${i}` }, spec: { storageClassName: 'x', selector: { matchLabels: { id: `${i}` } } } },
  ],
  'every workload mounts one claim': i => [
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: `c${i}` }, spec: { accessModes: ['ReadWriteOnce'] } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `d${i}` },
      spec: { selector: { matchLabels: { app: `d${i}` } }, template: pod({ app: `d${i}` }, { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c0' } }] }) },
    },
  ],
  'every object is the same': () => [
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'd' }, spec: { selector: { matchLabels: { app: 'x' } }, template: pod({ app: 'x' }, {}) } },
  ],
};
