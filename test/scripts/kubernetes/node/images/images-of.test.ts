import { imagesOf } from '../../../../../scripts/kubernetes/node/images/images-of';

test('images of Pods and of templates are found, init containers\' too, and each is told once', () => {
  const pod = { containers: [{ name: 'a', image: 'redis:8.2.1' }], initContainers: [{ name: 'b', image: 'busybox:1.36' }] };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd' }, spec: { template: { spec: { containers: [{ name: 'a', image: 'redis:8.2.1' }, { name: 'c', image: 'nginx:1.27.3' }] } } } };
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec: {} };

  const images = imagesOf([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: pod }, deployment, service]);

  expect(images.sort()).toEqual(['busybox:1.36', 'nginx:1.27.3', 'redis:8.2.1']);
});
