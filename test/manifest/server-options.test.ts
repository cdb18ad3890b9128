import { goneOption } from '../../src/manifest/server-options';

test.each([
  ['mysql:8.4', '--default-authentication-plugin=mysql_native_password', '8.4'],
  ['mysql:8', '--default-authentication-plugin=mysql_native_password', '8.4'],
  ['mysql', '--mysql-native-password=ON', '9.0'],
  ['mysql:8.0.40', '--default-authentication-plugin=mysql_native_password', undefined],
  ['mysql:lts', '--skip-host-cache', undefined],
  ['mongo:4.0', '--smallfiles', undefined],
  ['mongo:6', '--nojournal', undefined],
  ['example.com/mysql:8.4', '--skip-host-cache', undefined],
  ['mysql:8.4', 'skip-host-cache', undefined],
])('%s with %s: gone since %j', (image, argument, since) => {
  expect(goneOption(image, argument)?.since).toBe(since);
});
