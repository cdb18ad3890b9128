import { rmSync, writeFileSync } from 'fs';
import { Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import { CassandraRing, DatabaseProps } from '../../../../src';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { needs } from '../../../support/needs';
import { CassandraServers } from '../stand-ins/cassandra-servers';
import { PATIENCE, hasBash, until } from '../stand-ins/stage';

jest.setTimeout(PATIENCE);

/** Some rounds of asking. */
const aWhile = () => new Promise(resolve => setTimeout(resolve, 2000));

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new CassandraRing(chart, 'ring', props);
  return Testing.synth(chart);
}

/** Each test runs the scripts of the manifests in some processes; the servers stand in, see cassandra-servers.ts. */
needs(hasBash, 'no bash').describe('the scripts of CassandraRing, with stand-ins for the server and its clients', () => {
  let servers: CassandraServers;

  async function open(replicas = 3): Promise<void> {
    servers = new CassandraServers(synth({ replicas }));
    await servers.open();
  }
  afterEach(() => servers.close());

  const log = () => [...servers.stage.log, ...servers.refused, ...servers.events];
  const serve = (...ordinals: number[]) => until(`members ${ordinals.join(', ')} serve`,
    () => servers.serving.join() === ordinals.map(ordinal => `ring-${ordinal}`).join(), log);
  /** Everybody has written down who everybody else is. */
  const acquainted = (...ordinals: number[]) => until('all know each other', () => ordinals.every(one => !servers.stage.has(`ring-${one}`, 'var/lib/cassandra/joining')
    && ordinals.every(other => other === one || servers.stage.has(`ring-${one}`, `var/lib/cassandra/members/${other}`)
      && servers.stage.read(`ring-${one}`, `var/lib/cassandra/members/${other}`).trim() === servers.entryOf(`ring-${other}`)?.hostId)), log);

  async function formed(replicas = 3): Promise<void> {
    await open(replicas);
    const ordinals = [...Array(replicas).keys()];
    servers.start(...ordinals);
    await serve(...ordinals);
    await acquainted(...ordinals);
    servers.write('a');
  }

  test.each([[[0, 1, 2]], [[2, 1, 0]]])('form one ring when they start in the order %p: 0 begins, the others bootstrap one by one', async order => {
    await open();

    for (const ordinal of order) {
      servers.start(ordinal);
      await aWhile();
    }
    await serve(0, 1, 2);

    expect(servers.events).toEqual(['ring-0 begins', 'ring-1 bootstraps', 'ring-2 bootstraps']);
    expect(servers.rings).toHaveLength(1);
  });

  test('wait while one of them has never run, and begin nothing', async () => {
    await open();

    servers.start(0, 1);
    await aWhile();

    expect(servers.events).toEqual([]);
    expect(servers.stage.linesOf('ring-0').pop()).toContain('waiting: no ring answers, and 1 of the 2 others say that they are empty');
  });

  test('have a user of their own, and not the well-known one, before anybody else can reach them', async () => {
    await formed();

    const [{ roles, authReplicas }] = servers.rings;

    expect(roles.get('admin')).toEqual({ password: 'correcthorse', login: true, superuser: true });
    expect(roles.get('cassandra')).toMatchObject({ login: false, superuser: false });
    expect(roles.get('cassandra')!.password).toMatch(/^[0-9a-f]{48}$/);
    expect(authReplicas).toBe(3);
    expect(servers.stage.has('ring-0', 'tmp/credentials')).toBe(false);
  });

  test('form although cqlsh fails where the server did what it asked', async () => {
    await open();
    servers.schemaWarning = true;

    servers.start(0, 1, 2);
    await serve(0, 1, 2);

    expect(servers.rings[0].authReplicas).toBe(3);
    expect(servers.rings[0].roles.get('cassandra')!.login).toBe(false);
  });

  test('form although the first member is killed at the moment from which it alone lets nobody log in', async () => {
    await open();
    let kills = 0;
    servers.afterReplication = pod => {
      if (kills++ > 0) { return; }
      servers.kill(pod);
      servers.start(0);
    };

    servers.start(0, 1, 2);
    await serve(0, 1, 2);

    expect(kills).toBe(1);
    expect(servers.events[0]).toBe('ring-0 begins');
  });

  test('wait while no member can say whom it sees, and say so', async () => {
    await formed();
    servers.kill('ring-2');
    servers.wipe('ring-2');
    servers.isBusy = true;

    servers.start(2);
    await until('member 2 waits', () => servers.stage.linesOf('ring-2').some(line => line.includes('waiting: no member can say whom it sees')), log);
    servers.isBusy = false;
    await serve(0, 1, 2);

    expect(servers.events.slice(3)).toEqual(['ring-2 replaces ring-2']);
  });

  test.each([0, 1, 2])('member %i that loses its volume takes its own place again, and begins nothing', async ordinal => {
    await formed();
    const pod = `ring-${ordinal}`;

    servers.kill(pod);
    servers.wipe(pod);
    servers.write('b');
    servers.start(ordinal);
    await serve(0, 1, 2);

    expect(servers.events.slice(3)).toEqual([`${pod} replaces ${pod}`]);
    expect(servers.rings).toHaveLength(1);
    expect(servers.rings[0].entries).toHaveLength(3);
    expect(servers.keys(pod).sort()).toEqual(['a', 'b']);
  });

  test('all come back with their data after all were killed', async () => {
    await formed();

    servers.stage.pods.forEach(pod => servers.kill(pod));
    servers.start(2, 1, 0);
    await serve(0, 1, 2);

    expect(servers.events).toHaveLength(3);
    expect(servers.rings).toHaveLength(1);
  });

  test('member 0 that comes back empty while the others are silent waits', async () => {
    await formed();

    servers.stage.pods.forEach(pod => servers.kill(pod));
    servers.wipe('ring-0');
    servers.start(0);
    await aWhile();
    expect(servers.serving).toEqual([]);
    servers.start(1);
    await serve(0, 1);

    expect(servers.events.slice(3)).toEqual(['ring-0 replaces ring-0']);
  });

  test('a join that was broken off goes on', async () => {
    await open();
    servers.start(0, 1, 2);
    await until('member 1 is joining', () => servers.entryOf('ring-1')?.state === 'J', log);

    servers.kill('ring-1');
    servers.start(1);
    await serve(0, 1, 2);

    expect(servers.events.slice(1).sort()).toEqual(['ring-1 bootstraps', 'ring-2 bootstraps']);
  });

  test('a dead member that nobody remembers stops an empty one, until somebody says that it was this one', async () => {
    await formed();
    servers.kill('ring-2');
    servers.wipe('ring-2');
    for (const pod of ['ring-0', 'ring-1']) { servers.kill(pod); }
    for (const pod of ['ring-0', 'ring-1']) { rmSync(servers.stage.path(pod, 'var/lib/cassandra/members/2')); }
    servers.start(0, 1, 2);
    await aWhile();
    await aWhile();
    expect(servers.stage.linesOf('ring-2').pop()).toContain('waiting: nobody remembers who was at');

    const { address } = servers.entryOf('ring-2')!;
    writeFileSync(servers.stage.path('ring-2', 'var/lib/cassandra/replace'), address);
    await serve(0, 1, 2);

    expect(servers.events.slice(3)).toEqual(['ring-2 replaces ring-2']);
  });

  test('the last member leaves when it is told to, and joins as a new one if it is wanted again', async () => {
    await formed(4);
    const leave = await servers.stage.output('ring-3', ['bash', '/scripts/cassandra-leave.sh']);
    expect(leave).toContain("now set 'replicas' to 3");
    expect(servers.rings[0].entries).toHaveLength(3);

    servers.kill('ring-3');
    servers.start(3);
    await serve(0, 1, 2, 3);

    expect(servers.events.slice(4)).toEqual(['ring-3 bootstraps']);
    expect(servers.keys('ring-3')).toEqual(['a']);
  });

  test('a member that is not the last does not leave', async () => {
    await formed();

    await servers.stage.output('ring-1', ['bash', '/scripts/cassandra-leave.sh']);

    expect(servers.stage.log.join('\n')).toContain("lowering 'replicas' takes away member 2, and this is member 1");
    expect(servers.rings[0].entries).toHaveLength(3);
  });

  test('with TLS find each other as before, and tell the server to speak it with members and with clients who want it', async () => {
    const key = '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n';
    const certificate = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
    servers = new CassandraServers(synth({ tlsSecret: 'ring-tls' }), { 'tls.key': key, 'tls.crt': certificate, 'ca.crt': certificate });
    await servers.open();

    servers.start(0, 1, 2);
    await serve(0, 1, 2);

    const config = servers.stage.read('ring-2', 'tmp/conf/cassandra.yaml');
    const pem = { class_name: 'org.apache.cassandra.security.PEMBasedSslContextFactory' };
    const files = { keystore: servers.stage.path('ring-2', 'tmp/member.pem'), truststore: servers.stage.path('ring-2', 'tls/ca.crt'), ssl_context_factory: pem };
    expect(parse(config)).toMatchObject({
      authenticator: { class_name: 'PasswordAuthenticator' },
      server_encryption_options: { ...files, internode_encryption: 'all', optional: false, require_client_auth: true },
      client_encryption_options: { ...files, enabled: true, optional: true, require_client_auth: false },
      seed_provider: [expect.anything()],
    });
    expect(servers.stage.read('ring-2', 'tmp/member.pem')).toBe(key + certificate);
  });

  test('with a key that Cassandra cannot read start nothing, and say which one it reads', async () => {
    servers = new CassandraServers(synth({ tlsSecret: 'ring-tls' }), { 'tls.key': '-----BEGIN RSA PRIVATE KEY-----\n', 'tls.crt': '', 'ca.crt': '' });
    await servers.open();

    servers.start(0);
    await until('member 0 ends', () => servers.stage.running.size === 0, log);

    expect(servers.stage.log.join('\n')).toContain('tls.key must be PKCS#8, which begins with BEGIN PRIVATE KEY (cert-manager: privateKey.encoding: PKCS8)');
  });

  test('are alive while they wait, and ready only in the ring', async () => {
    await open();
    servers.start(0, 1);
    await aWhile();

    const waiting = [await servers.stage.probe('ring-0', 'livenessProbe'), await servers.stage.probe('ring-0', 'readinessProbe')];
    servers.start(2);
    await serve(0, 1, 2);
    await acquainted(0, 1, 2);
    const serving = [await servers.stage.probe('ring-0', 'livenessProbe'), await servers.stage.probe('ring-0', 'readinessProbe')];

    expect(waiting).toEqual([0, 1]);
    expect(serving).toEqual([0, 0]);
  });
});
