import { Manifest } from '../../../src/kubernetes/manifest';
import { refusals } from '../support';

type Fields = Record<string, any>;

const csi = (fields: Fields = {}) => ({ csi: { driver: 'a.b', volumeHandle: 'x', ...fields } });
const ofTerm = (term: Fields) => ({ nodeAffinity: { required: { nodeSelectorTerms: [term] } } });
const on = (key: string, value: string) => ofTerm({ matchExpressions: [{ key, operator: 'In', values: [value] }] });
const secret = (name: string) => ({ name, namespace: 'data' });

function volume(spec: Fields = {}): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...csi(), ...spec } };
}

describe('a PersistentVolume', () => {
  test.each([
    ['a first secret for growing', volume(), volume(csi({ controllerExpandSecretRef: secret('a') }))],
    ['defaults written out', volume({ csi: undefined, hostPath: { path: '/a' } }), volume({ csi: undefined, hostPath: { path: '/a', type: '' } })],
    ['that it may be written to, as before', volume({ csi: undefined, cephfs: { monitors: ['a'] } }), volume({ csi: undefined, cephfs: { monitors: ['a'], readOnly: false } })],
    ['a first node affinity', volume(), volume(on('zone', 'a'))],
    ['the new name of a node label', volume(on('failure-domain.beta.kubernetes.io/zone', 'a')), volume(on('topology.kubernetes.io/zone', 'a'))],
    ['the same node affinity with its empty lists written out', volume(on('zone', 'a')), volume(ofTerm({ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }], matchFields: [] }))],
    ['everything that is not the source', volume(), volume({ capacity: { storage: '2Gi' }, accessModes: ['ReadWriteMany'], storageClassName: 'a', mountOptions: ['ro'], persistentVolumeReclaimPolicy: 'Delete', claimRef: { namespace: 'a', name: 'b' } })],
  ])('takes %s', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('takes another class of attributes from 1.34 on, and never goes back to none', () => {
    const attributed = (volumeAttributesClassName?: string) => volume({ volumeAttributesClassName });

    expect(refusals(attributed('gold'), attributed('silver'), [], '1.34')).toEqual([]);
    expect(refusals(attributed('gold'), attributed(), [], '1.34')).toEqual([['volume-immutable', '/spec/volumeAttributesClassName']]);
    expect(refusals(attributed('gold'), attributed(), [], '1.33')).toEqual([]);
  });

  test.each([
    ['another secret for growing', volume(csi({ controllerExpandSecretRef: secret('a') })), volume(csi({ controllerExpandSecretRef: secret('b') }))],
    ['a later secret for growing on the node', volume(), volume(csi({ nodeExpandSecretRef: secret('a') }))],
    ['another type of host path', volume({ csi: undefined, hostPath: { path: '/a' } }), volume({ csi: undefined, hostPath: { path: '/a', type: 'Directory' } })],
    ['another node', volume(on('zone', 'a')), volume(on('zone', 'b'))],
    ['another place under the new name of the label', volume(on('failure-domain.beta.kubernetes.io/zone', 'a')), volume(on('topology.kubernetes.io/zone', 'b'))],
    ['no affinity any more', volume(on('zone', 'a')), volume()],
    ['another kind of source', volume(), volume({ csi: undefined, nfs: { server: 's', path: '/' } })],
  ])('refuses %s', (_, before, after) => {
    expect(refusals(before, after).map(([rule]) => rule)).toContain('volume-immutable');
  });
});
