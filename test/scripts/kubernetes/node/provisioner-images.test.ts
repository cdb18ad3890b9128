import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { imagesOf } from '../../../../scripts/kubernetes/node/images/images-of';
import { LOCAL_PATH_IMAGE, NFS_IMAGE, provisionerImage } from '../../../../scripts/kubernetes/node/provisioner-images';
import { NfsStorage } from '../../../../src/constructs/storage/nfs-storage';

test('the version in the name of local-path-provisioner is the one that go.mod pins', () => {
  const text = readFileSync(join(__dirname, '../../../../scripts/kubernetes/go/provisioners/go.mod'), 'utf8');

  expect(text).toContain('\ntool github.com/rancher/local-path-provisioner\n');
  expect(text).toContain(`github.com/rancher/local-path-provisioner ${LOCAL_PATH_IMAGE.split(':')[1]} `);
});

test('the image of NfsStorage has the name that its Deployment asks for', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'a' });
  new NfsStorage(chart, 'nfs', { server: '192.168.1.21', path: '/nfsdata' });

  expect(imagesOf(Testing.synth(chart))).toEqual([NFS_IMAGE]);
});

test('other names are no provisioner\'s', () => {
  expect(provisionerImage('busybox:1.36.1')).toBeUndefined();
});
