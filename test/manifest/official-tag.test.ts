import { isTagSince, officialTag } from '../../src/manifest/official-tag';

test('an official image has no owner', () => {
  expect(officialTag('docker.io/library/mysql:8.4.3@sha256:abc')).toEqual({ name: 'mysql', tag: '8.4.3' });
  expect(officialTag('mysql')).toEqual({ name: 'mysql' });
  expect(officialTag('bitnami/mysql:8.4')).toBeUndefined();
});

test.each([
  ['8.4.3', true], ['8.3', false], ['8', true], ['9.0-debian', true], ['latest', true], [undefined, true], ['noble', false], ['7', false],
])('%s is 8.4 or newer: %s', (tag, isSince) => {
  expect(isTagSince(tag, '8.4')).toBe(isSince);
});
