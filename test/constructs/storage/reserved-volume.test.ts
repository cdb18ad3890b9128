import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { request, testChart } from './request';
import { addReservedVolume, namespaceProblems, volumeOf } from '../../../src/constructs/storage/reserved-volume';

test('a volume is reserved for its claim, retained, and on no other claim\'s terms', () => {
  const chart = testChart('shop');

  addReservedVolume(chart, 'data-web-0', request(), { storageClassName: '', nfs: { server: '10.0.0.1', path: '/disks/a' } });

  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: 'shop.data-web-0',
      labels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web', 'cdk8s-stateful/volume': 'data' },
    },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data-web-0' },
      storageClassName: '',
      nfs: { server: '10.0.0.1', path: '/disks/a' },
    },
  }]);
});

test('a claim without a namespace cannot have a volume reserved', () => {
  const problems = namespaceProblems(request({ namespace: undefined }));

  expect(problems).toEqual([expect.stringMatching(/the chart of 'web' has none; write 'new Chart\(app, id, \{ namespace: "default" \}\)'/)]);
});

test('no two claims of a cluster share a name', () => {
  const label = fc.stringMatching(/^[a-z]([a-z-]{0,3}[a-z])?$/);
  fc.assert(fc.property(label, label, label, label, (namespace, claim, otherNamespace, otherClaim) => {
    const same = namespace === otherNamespace && claim === otherClaim;

    const name = volumeOf(request({ namespace }), claim);
    const other = volumeOf(request({ namespace: otherNamespace }), otherClaim);

    expect(name === other).toBe(same);
  }));
});
