import { PoolMode } from '../../../../src/constructs/databases/postgresql/pool-mode';
import { pgbouncerIni, poolerSettingProblems } from '../../../../src/constructs/databases/postgresql/postgresql-pooler-configuration';

const lines = (text: string) => text.split('\n');

test('all databases are those of the host', () => {
  const text = pgbouncerIni('db.data.svc.cluster.local', 5432, false, {});

  expect(lines(text).slice(0, 2)).toEqual(['[databases]', '* = host=db.data.svc.cluster.local port=5432']);
});

test('what was chosen stands there, and further settings after it', () => {
  const text = pgbouncerIni('db', 5432, false, { poolMode: PoolMode.SESSION, defaultPoolSize: 7, maxClientConnections: 50, configuration: { query_wait_timeout: '600' } });

  expect(lines(text)).toEqual(expect.arrayContaining(['pool_mode = session', 'default_pool_size = 7', 'max_client_conn = 50', 'query_wait_timeout = 600']));
});

test('a server that is lost costs seconds, and not a quarter of a minute', () => {
  expect(lines(pgbouncerIni('db', 5432, false, {}))).toEqual(expect.arrayContaining(['server_login_retry = 1', 'server_connect_timeout = 5']));
});

test.each([
  ['neither', false, undefined, ['server_tls_sslmode = disable']],
  ['the database', true, undefined, ['server_tls_sslmode = verify-full', 'server_tls_ca_file = /database-tls/ca.crt']],
  ['both', true, 'pooler-tls', ['server_tls_sslmode = verify-full', 'server_tls_ca_file = /database-tls/ca.crt', 'client_tls_sslmode = require', 'client_tls_ca_file = /tls/ca.crt', 'client_tls_cert_file = /tls/tls.crt', 'client_tls_key_file = /tls/tls.key']],
])('TLS is spoken by %s', (_, databaseTls, tlsSecret, expected) => {
  const text = pgbouncerIni('db', 5432, databaseTls, { tlsSecret });

  expect(lines(text).filter(line => line.includes('_tls_'))).toEqual(expected);
});

test('what decides who may log in, and where, is refused with the prop to write', () => {
  const problems = poolerSettingProblems({ pool_mode: 'session', auth_type: 'trust', listen_addr: '1.2.3.4', client_tls_sslmode: 'disable', query_timeout: '5', stats_users: 'a\nb' });

  expect(problems).toEqual([
    "'configuration' may not hold 'pool_mode': write 'poolMode' instead; remove it",
    "'configuration' may not hold 'auth_type': those of 'users' log in with SCRAM; remove it",
    "'configuration' may not hold 'listen_addr': Service and probes are made for the ones of the pooler; remove it",
    "'configuration' may not hold 'client_tls_sslmode': write 'tlsSecret' instead; remove it",
    "'configuration.stats_users' must be one line, got \"a\\nb\"; write it without a line break",
  ]);
});
