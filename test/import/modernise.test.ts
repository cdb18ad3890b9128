import { imported } from './support';
import { modernised } from '../../src/import/modernise';
import { reportText } from '../../src/import/report';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

const modern = (manifest: Manifest) => modernised(manifest, ApiModel.of());
const TEMPLATE = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };

test('a PetSet is a StatefulSet', () => {
  const { manifest, notes } = modern({
    apiVersion: 'apps/v1alpha1',
    kind: 'PetSet',
    metadata: { name: 'a' },
    spec: {
      template: { ...TEMPLATE, metadata: { labels: { app: 'a' }, annotations: { 'pod.alpha.kubernetes.io/initialized': 'true', 'pod.alpha.kubernetes.io/init-containers': '[{"name":"i","image":"i:1"}]' } } },
      volumeClaimTemplates: [{ metadata: { name: 'd', annotations: { 'volume.alpha.kubernetes.io/storage-class': 'anything' } }, spec: {} }],
    },
  });

  expect(manifest).toEqual({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'a' },
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: { metadata: { labels: { app: 'a' } }, spec: { ...TEMPLATE.spec, initContainers: [{ name: 'i', image: 'i:1' }] } },
      volumeClaimTemplates: [{ metadata: { name: 'd' }, spec: {} }],
    },
  });
  expect(notes).toHaveLength(5);
});

test.each<[string, Manifest, object]>([
  ['a Deployment', { apiVersion: 'extensions/v1beta1', kind: 'Deployment', spec: { template: TEMPLATE } }, { apiVersion: 'apps/v1', spec: { selector: { matchLabels: { app: 'a' } }, template: TEMPLATE } }],
  ['a budget', { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', spec: { maxUnavailable: 1 } }, { apiVersion: 'policy/v1', spec: { maxUnavailable: 1 } }],
  ['a CronJob', { apiVersion: 'batch/v1beta1', kind: 'CronJob', spec: { jobTemplate: { spec: { template: { spec: { serviceAccount: 'x' } } } } } }, { apiVersion: 'batch/v1', spec: { jobTemplate: { spec: { template: { spec: { serviceAccountName: 'x' } } } } } }],
  ['an Ingress', {
    apiVersion: 'extensions/v1beta1',
    kind: 'Ingress',
    metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
    spec: { backend: { serviceName: 'a', servicePort: 80 }, rules: [{ host: 'x', http: { paths: [{ path: '/', backend: { serviceName: 'b', servicePort: 'http' } }] } }, {}] },
  }, {
    apiVersion: 'networking.k8s.io/v1',
    spec: {
      ingressClassName: 'nginx',
      defaultBackend: { service: { name: 'a', port: { number: 80 } } },
      rules: [{ host: 'x', http: { paths: [{ path: '/', pathType: 'ImplementationSpecific', backend: { service: { name: 'b', port: { name: 'http' } } } }] } }, {}],
    },
  }],
  ['a Service', { apiVersion: 'v1', kind: 'Service', metadata: { annotations: { 'service.alpha.kubernetes.io/tolerate-unready-endpoints': 'true' } } }, { spec: { publishNotReadyAddresses: true } }],
  ['a claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast', 'x': 'y' } }, spec: {} }, { metadata: { annotations: { x: 'y' } }, spec: { storageClassName: 'fast' } }],
  ['a class', { apiVersion: 'storage.k8s.io/v1beta1', kind: 'StorageClass', metadata: { annotations: { 'storageclass.beta.kubernetes.io/is-default-class': 'true' } } }, { apiVersion: 'storage.k8s.io/v1', metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } }],
  ['a pod', { apiVersion: 'v1', kind: 'Pod', metadata: { annotations: { 'pod.beta.kubernetes.io/hostname': 'a' } }, spec: { serviceAccount: 'x' } }, { spec: { hostname: 'a', serviceAccountName: 'x' } }],
])('%s in the words of today', (_, old, next) => {
  const { manifest } = modern(old);

  expect(manifest).toMatchObject(next);
});

test('what takes more than other words stays, and the note says what to do', () => {
  const old = { apiVersion: 'autoscaling/v2beta1', kind: 'HorizontalPodAutoscaler', metadata: { name: 'a' } };
  const broken = { apiVersion: 'v1', kind: 'Pod', metadata: { annotations: { 'pod.alpha.kubernetes.io/init-containers': '[' } }, spec: {} };

  expect(modern(old)).toEqual({ manifest: old, notes: [expect.stringContaining('stays as it is: targets are written')] });
  expect(modern(broken)).toEqual({ manifest: broken, notes: [] });
});

test('each change is told, and what it does to what is deployed', () => {
  const yaml = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: a }
spec:
  selector: { matchLabels: { app: a } }
  template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: "a:1" }] } }
  volumeClaimTemplates:
    - { metadata: { name: d, annotations: { volume.beta.kubernetes.io/storage-class: fast } }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }
`;

  const [report, plain] = [true, false].map(modernise => reportText(imported(yaml, { modernise })));

  expect(report).toContain('Modernised:\n  StatefulSet a\n    the annotation volume.beta.kubernetes.io/storage-class is the field spec.storageClassName\n');
  expect(report).toContain('refused');
  expect(report).toContain('Nothing else changes in the cluster');
  expect(plain).not.toContain('Modernised');
});
