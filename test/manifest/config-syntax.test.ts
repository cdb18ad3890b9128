import { syntaxErrorIn } from '../../src/manifest/config-syntax';

test.each([
  ['redis:7', '/e/redis.conf', 'maxmemory 1gb # half', 'a comment stands behind the directive maxmemory'],
  ['redis:7', '/e/redis.conf', 'rename-command A "#x"\n#b', undefined],
  ['mysql:8.4', '/etc/mysql/conf.d/a.cnf', '\n; x\nport = 1', 'the option port stands before any group'],
  ['mysql:8.4', '/etc/other/a.cnf', 'port = 1', undefined],
  ['haproxy:3.0', '/usr/local/etc/haproxy/haproxy.cfg', 'global', 'its last line has no line end'],
  ['haproxy:3.0', '/usr/local/etc/haproxy/haproxy.cfg', 'global\n', undefined],
  ['nginx:1.27', '/etc/nginx/nginx.conf', 'http', undefined],
])('%s with %s: %j', (image, file, text, expected) => {
  const words = image.startsWith('redis') ? ['redis-server', file] : [];

  const error = syntaxErrorIn(image, words, file, text);

  expect(error?.reason).toBe(expected);
});
