import { asWritten, isSame } from '../../src/import/as-written';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

const models = [ApiModel.of()];

/** What a cluster prints of a Deployment. */
function live(extra: object = {}, annotations: object = {}): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', uid: 'u', resourceVersion: '1', generation: 1, creationTimestamp: '2026-01-01T00:00:00Z', annotations: { 'deployment.kubernetes.io/revision': '1', ...annotations } },
    spec: {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { creationTimestamp: null, labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'web', image: 'nginx:1.29', imagePullPolicy: 'IfNotPresent', resources: {}, terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' }],
          dnsPolicy: 'ClusterFirst',
          restartPolicy: 'Always',
          schedulerName: 'default-scheduler',
          securityContext: {},
          terminationGracePeriodSeconds: 30,
        },
      },
      ...extra,
    },
    status: { replicas: 1 },
  };
}

const LEAN = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.29' }] } } },
};

test('what the server filled in is left out', () => {
  expect(asWritten(live(), models)).toEqual(LEAN);
  expect(isSame(live(), LEAN, models)).toBe(true);
});

test('what was applied is taken, with the namespace that kubectl gave', () => {
  const applied = { ...LEAN, metadata: { name: 'web' } };

  const written = asWritten(live({}, { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(applied) }), models);

  expect(written).toEqual(LEAN);
});

test('where somebody changed it since, what runs is taken', () => {
  const written = asWritten(live({ replicas: 3 }, { 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ ...LEAN, spec: { ...LEAN.spec, replicas: 2 } }) }), models);

  expect(written.spec.replicas).toBe(3);
});

test('a Service stays headless, a claim keeps its class', () => {
  const metadata = { name: 'db', uid: 'u' };

  const service = asWritten({ apiVersion: 'v1', kind: 'Service', metadata, spec: { clusterIP: 'None', clusterIPs: ['None'], ipFamilies: ['IPv4'], type: 'ClusterIP', selector: { app: 'db' } } }, models);
  const claim = asWritten({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: { storageClassName: 'fast', volumeName: 'pvc-1', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }, models);

  expect(service.spec).toEqual({ clusterIP: 'None', selector: { app: 'db' } });
  expect(claim.spec).toEqual({ storageClassName: 'fast', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } });
});

test('of what people wrote, defaults stay as they are', () => {
  const given = { ...LEAN, spec: { ...LEAN.spec, replicas: 1 }, status: {} };

  expect(asWritten(given, models).spec.replicas).toBe(1);
  expect(asWritten(given, models).status).toBeUndefined();
});

test('what somebody applied a part of is taken whole', () => {
  const fieldsV1 = { 'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': { 'f:name': {}, 'f:terminationMessagePolicy': {} } } } } } };
  const whole = live();
  const given = { ...whole, metadata: { ...whole.metadata, managedFields: [{ manager: 'kubectl', operation: 'Apply', fieldsV1 }] } };

  expect(asWritten(given, models)).toEqual(LEAN);
});
