import { imageName, repositoryOf } from '../../src/kubernetes/image';

test.each([
  ['etcd', 'etcd', 'etcd'],
  ['etcd:3.5', 'etcd', 'etcd'],
  ['registry:5000/bitnami/etcd', 'registry:5000/bitnami/etcd', 'etcd'],
  ['registry:5000/bitnami/etcd:3.5', 'registry:5000/bitnami/etcd', 'etcd'],
  ['etcd@sha256:0f', 'etcd', 'etcd'],
  ['registry:5000/bitnami/etcd:3.5@sha256:0f', 'registry:5000/bitnami/etcd', 'etcd'],
  [undefined, '', ''],
])('%p is of repository %p, and called %p', (image, repository, name) => {
  expect([repositoryOf(image), imageName(image)]).toEqual([repository, name]);
});
