import { Manifest } from '../../../src/kubernetes/manifest';

/** Words of deployers, as annotations. */
export type Words = Readonly<Record<string, string>>;

export const configMap = (name: string, value: string, annotations?: Words): Manifest =>
  ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, annotations }, data: { key: value } });

export const claim = (name: string, size: string, annotations?: Words, className = 'standard'): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, annotations },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: className, resources: { requests: { storage: size } } },
});

const podOf = (image: string, more: object = {}) => ({ ...more, containers: [{ name: 'main', image }] });

/** Its pods end at once on simulated nodes. */
export const job = (name: string, image: string, annotations?: Words): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, annotations },
  spec: { backoffLimit: 0, template: { spec: podOf(image, { restartPolicy: 'Never' }) } },
});

export const deployment = (name: string, image: string, annotations?: Words, label = name): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, annotations },
  spec: { replicas: 1, selector: { matchLabels: { app: label } }, template: { metadata: { labels: { app: label } }, spec: podOf(image) } },
});

export const statefulSet = (name: string, service: string, annotations?: Words, fields: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, annotations },
  spec: {
    replicas: 2,
    serviceName: service,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: podOf('db:1') },
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'standard', resources: { requests: { storage: '1Gi' } } } }],
    ...fields,
  },
});
