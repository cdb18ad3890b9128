import { goneImage } from '../../src/manifest/gone-images';

test.each([
  ['bitnami/redis:7.2.4-debian-12-r9', 'docker.io/bitnamilegacy/redis:7.2.4-debian-12-r9'],
  ['docker.io/bitnami/kubectl:1.30@sha256:0123', 'docker.io/bitnamilegacy/kubectl:1.30'],
  ['bitnami/redis', undefined],
  ['bitnami/redis:latest', undefined],
  ['bitnami/minideb:bookworm', undefined],
  ['docker.io/bitnami/sealed-secrets-controller:0.27.3', undefined],
  ['example.com/bitnami/redis:7.2', undefined],
  [7, undefined],
])('%j is at %j', (image, now) => {
  expect(/docker\.io\/[^,]+/.exec(goneImage(image)?.instead ?? '')?.[0]).toBe(now);
});
