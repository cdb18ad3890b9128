import { generated } from './generator';
import { get } from '../../../scripts/conformance/edit';

const { sites, fields } = generated(['PodTemplate', 'PersistentVolume', 'Ingress']);

test('every field can be given somewhere', () => {
  expect(fields.filter((_, index) => !sites[index]).map(({ id }) => id)).toEqual([]);
});

test('there it is', () => {
  const absent = sites.filter(site => get(site!.manifest, site!.path) === undefined);

  expect(absent.map(site => site!.field.id)).toEqual([]);
});

test('where a base has the field, it is the base as it was written', () => {
  const written = sites.find(site => site!.field.id === 'networking.k8s.io/v1/Ingress IngressTLS.secretName');

  expect(written).toMatchObject({ path: ['spec', 'tls', 0, 'secretName'], manifest: { metadata: { name: 'rich' } } });
});

test('a field that no base of the kind has is put in, with what must be there beside it', () => {
  const made = sites.find(site => site!.field.id === 'v1/PersistentVolume NFSVolumeSource.path')!;
  const alone = sites.find(site => site!.field.id === 'v1/PersistentVolume PortworxVolumeSource.fsType')!;

  expect(made.manifest.spec.nfs.server).toBe('nfs.example.com');
  expect(alone.manifest.spec.portworxVolume).toMatchObject({ volumeID: 'px-1', fsType: 'ext4' });
});
