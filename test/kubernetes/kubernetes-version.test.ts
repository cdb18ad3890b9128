import { minorVersion, notAVersion } from '../../src/kubernetes/kubernetes-version';

test.each(['1.27', 'v1.27', '1.27.16', 'v1.27.0'])('%s is of the minor version 1.27', version => {
  expect(minorVersion(version)).toBe('1.27');
});

test.each(['', '1', '27', '2.0', '1.x', '1.27-rc', 'latest'])("'%s' is no version", version => {
  expect(minorVersion(version)).toBeUndefined();
  expect(notAVersion(version)).toContain(`'${version}'`);
});
