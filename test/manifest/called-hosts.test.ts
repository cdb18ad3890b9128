import { hostsInScript, hostsInText, hostsInVariable, ownNames, usesClusterDns } from '../../src/manifest/called-hosts';

test.each([
  ['DB_HOST', 'mysql', [{ host: 'mysql' }]],
  ['REDIS_ADDR', 'cache:6379', [{ host: 'cache', port: 6379 }]],
  ['DB_NAME', 'mysql', []],
  ['DB_HOST', 'mysql.data', []],
  ['DB_HOST', '10.0.0.1', []],
  ['DB_HOST', '$(HOST)', []],
  ['DB_HOST', 5, []],
  ['DATABASE_URL', 'postgres://shop:secret@db:5432/shop', [{ host: 'db', port: 5432 }]],
])('a variable %s with the value %j', (name, value, hosts) => {
  expect(hostsInVariable(name, value)).toEqual(hosts);
});

test.each([
  ['proxy_pass http://backend:8080/; see https://example.com/a', [{ host: 'backend', port: 8080 }]],
  ['redis://cache', [{ host: 'cache' }]],
  ['http://db.data.svc/x', []],
])('the addresses in %j', (text, hosts) => {
  expect(hostsInText(text)).toEqual(hosts);
});

test.each([
  ['until nc -z -w 2 db 5432; do sleep 1; done', [{ host: 'db', port: 5432 }]],
  ['(echo > /dev/tcp/queue/5672)', [{ host: 'queue', port: 5672 }]],
  ['sync 1 2', []],
])('what %j waits for', (text, hosts) => {
  expect(hostsInScript(text)).toEqual(hosts);
});

test.each([
  [{}, true],
  [{ hostNetwork: true }, false],
  [{ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' }, true],
  [{ dnsPolicy: 'Default' }, false],
  [{ dnsConfig: { searches: ['example.com'] } }, false],
])('a pod with %j finds the Services of its namespace: %j', (spec, expected) => {
  expect(usesClusterDns(spec)).toBe(expected);
});

test('a pod knows itself and its aliases', () => {
  expect([...ownNames({ hostname: 'a', hostAliases: [{ ip: '10.0.0.1', hostnames: ['b'] }] })]).toEqual(['localhost', 'a', 'b']);
});
