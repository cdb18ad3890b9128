import { Size } from 'cdk8s';
import { postgresqlConf, settingProblems } from '../../../../src/constructs/databases/postgresql/settings';

const server = (memory: Size, size = Size.gibibytes(20)) => ({ memory, size, replicas: 3, tls: false });

function settingsOf(text: string): Record<string, string> {
  return Object.fromEntries(text.trim().split('\n').map(line => /^(\S+) = '(.*)'$/.exec(line)!.slice(1)));
}

test('sizes follow from memory and volume', () => {
  const small = settingsOf(postgresqlConf(server(Size.mebibytes(256), Size.gibibytes(1)), {}));
  const large = settingsOf(postgresqlConf(server(Size.gibibytes(64), Size.tebibytes(1)), {}));

  expect(small).toMatchObject({ shared_buffers: '64MB', work_mem: '4MB', maintenance_work_mem: '16MB', max_wal_size: '256MB', max_slot_wal_keep_size: '512MB' });
  expect(large).toMatchObject({ shared_buffers: '16384MB', work_mem: '163MB', maintenance_work_mem: '1024MB', max_wal_size: '8192MB', max_slot_wal_keep_size: '262144MB' });
});

test('what is kept for members that are away fits on the volume', () => {
  const kept = [1, 2, 10, 500].map(gibibytes => {
    const { max_wal_size, max_slot_wal_keep_size } = settingsOf(postgresqlConf(server(Size.gibibytes(2), Size.gibibytes(gibibytes)), {}));
    return (parseInt(max_wal_size) + parseInt(max_slot_wal_keep_size)) / (gibibytes * 1024);
  });

  expect(kept.filter(share => share > 0.75)).toEqual([]);
});

test('a setting of the user comes instead of that which was worked out, with its quotes', () => {
  const text = postgresqlConf(server(Size.gibibytes(2)), { 'shared_buffers': '1GB', 'auto_explain.log_min_duration': "it's \\d" });

  expect(text.match(/^shared_buffers.*$/gm)).toEqual(["shared_buffers = '1GB'"]);
  expect(text).toContain("auto_explain.log_min_duration = 'it''s \\\\d'\n");
});

test('with TLS the server reads the certificate that members have', () => {
  const text = postgresqlConf({ ...server(Size.gibibytes(2)), tls: true }, {});

  expect(settingsOf(text)).toMatchObject({ ssl: 'on', ssl_cert_file: '/tls/tls.crt', ssl_key_file: '/data/agent/tls.key' });
});

test.each([
  ['primary_conninfo', 'the agent says whom a member follows'],
  ['synchronous_standby_names', "write 'synchronousMembers' instead"],
  ['ssl_key_file', "write 'tlsSecret' instead"],
  ['fsync', 'acknowledged writes would be lost'],
  ['port', 'clients, probes and proxies'],
  ['include_dir', 'where the files are'],
])('%s is refused: %s', (name, reason) => {
  const problems = settingProblems({ [name]: 'off' });

  expect(problems).toEqual([expect.stringContaining(reason)]);
});

test('no setting that is written here and decides what is safe can be chosen', () => {
  const written = Object.keys(settingsOf(postgresqlConf({ ...server(Size.gibibytes(2)), tls: true }, {})));

  const free = written.filter(name => settingProblems({ [name]: '1' }).length === 0);

  expect(free.filter(name => /wal_level|standby|senders|slots$|timeout|socket|ssl|password/.test(name))).toEqual([]);
  expect(free).toEqual(expect.arrayContaining(['shared_buffers', 'work_mem', 'max_wal_size']));
});

test.each([['off', 1], ['local', 1], ['on', 0], ['remote_apply', 0]])('synchronous_commit %s has %i problems', (value, count) => {
  expect(settingProblems({ synchronous_commit: value })).toHaveLength(count);
});

test('a line break is refused, for what comes after it would be a setting of its own', () => {
  expect(settingProblems({ log_statement: "all'\nfsync = 'off" })).toEqual([expect.stringContaining('must be one line')]);
});
