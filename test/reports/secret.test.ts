import fc from 'fast-check';
import { checkManifests } from '../../src/checks/run';
import { REDACTED, isSecret, redacted, withoutCredentials } from '../../src/reports/secret';

const secret = (fields: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'pg', namespace: 'data' }, ...fields });

test('the data of a Secret is secret, its name and type are not', () => {
  const paths = ['/data/a', '/stringData', '/dat/a', '', '/metadata/labels/a', '/type', '/immutable'];

  expect(paths.map(path => isSecret({ kind: 'Secret' }, path))).toEqual([true, true, true, true, false, false, false]);
  expect(isSecret({ kind: 'ConfigMap' }, '/data/a')).toBe(false);
});

test('keys and shape stay', () => {
  expect(redacted({ a: 'x', b: [1, true], c: null })).toEqual({ a: REDACTED, b: [REDACTED, REDACTED], c: null });
  expect(redacted(undefined)).toBeUndefined();
});

test.each([
  ['a number', { stringData: { pin: 87654321 } }],
  ['what is not base64', { data: { password: 'token87654321' } }],
  ['text where a mapping is wanted', { data: 'token87654321' }],
  ['long text', { data: { password: `token87654321${'!'.repeat(100)}` } }],
])('no finding repeats %s of a Secret', (_, fields) => {
  const findings = checkManifests([secret(fields)], { scope: 'object' });

  expect(findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(findings)).not.toContain('87654321');
});

test('no finding repeats any value of a Secret', () => {
  const token = 'QX7JZ';
  const value = fc.oneof(fc.string().map(text => token + text), fc.constant({ [token.toLowerCase()]: token }), fc.constant([token]));

  fc.assert(fc.property(fc.constantFrom('data', 'stringData', 'dat'), fc.dictionary(fc.constantFrom('a', 'tls.crt', 'bad key'), value), fc.boolean(), (field, data, whole) => {
    const findings = checkManifests([secret({ [field]: whole ? data : Object.values(data)[0], type: 'kubernetes.io/tls' })]);

    expect(JSON.stringify(findings)).not.toContain(token);
  }));
});

test.each([
  ['a URL', 'postgres://app:hunter2@db/app', 'postgres://app:(redacted)@db/app'],
  ['a flag', 'server --token=hunter2 --port 80', 'server --token=(redacted) --port 80'],
  ['a flag and a blank', 'redis-server --requirepass hunter2', 'redis-server --requirepass (redacted)'],
  ['a line of configuration', 'port 6379\nrequirepass hunter2\n', 'port 6379\nrequirepass (redacted)\n'],
  ['a header', 'Authorization: Bearer hunter2', 'Authorization: Bearer (redacted)'],
  ['a connection string', 'host=db password=hunter2 user=app', 'host=db password=(redacted) user=app'],
  ['a variable in its place', 'postgres://app:$(PASSWORD)@db/app', 'postgres://app:$(PASSWORD)@db/app'],
  ['a host and a port', 'http://db:5432/app', 'http://db:5432/app'],
  ['words without a value', 'wrong password', 'wrong password'],
])('credentials in %s', (_, text, expected) => {
  expect(withoutCredentials(text)).toBe(expected);
});

test('variables are told by their names, and arguments by what stands before them', () => {
  const container = { env: [{ name: 'DB_PASSWORD', value: 'hunter2' }, { name: 'DB_PASSWORD_FILE', value: '/run/p' }, { name: 'MODE', value: 'a' }], args: ['--token', 'hunter2', '-v'] };

  expect(withoutCredentials(container)).toEqual({
    env: [{ name: 'DB_PASSWORD', value: REDACTED }, { name: 'DB_PASSWORD_FILE', value: '/run/p' }, { name: 'MODE', value: 'a' }], args: ['--token', REDACTED, '-v'],
  });
  expect(withoutCredentials('hunter2', 'POSTGRES_PASSWORD')).toBe(REDACTED);
  expect(withoutCredentials('', 'POSTGRES_PASSWORD')).toBe('');
});
