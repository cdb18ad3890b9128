import { userOfImage } from '../../src/manifest/image-users';

test.each([
  ['quay.io/prometheus/prometheus:v2.55.0', 65534],
  ['docker.elastic.co/elasticsearch/elasticsearch:8.16.0', 1000],
  ['elasticsearch:6.8.0', undefined],
  ['example.com/mirror/elasticsearch:8.16.0', undefined],
  ['mcr.microsoft.com/mssql/server:2022-latest', 10001],
  ['bitnamilegacy/redis-cluster:7.2', undefined],
  ['bitnamilegacy/redis:7.2', 1001],
  [undefined, undefined],
])('%j runs as %j', (image, user) => {
  expect(userOfImage(image)).toBe(user);
});
