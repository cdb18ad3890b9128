import { readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { certificateFor } from './harness/certificate';
import { Cluster } from './harness/cluster';
import { must } from './harness/command';
import { inRoot } from './harness/images';
import { missingForClusters } from './harness/requirements';
import { RootName } from '../../scripts/clusters/root-file-systems';
import { Backup } from '../../src/constructs/databases/backup';
import { IDumpable } from '../../src/constructs/databases/dump-method';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';
import { RedisEngine } from '../../src/constructs/databases/redis/redis-engine';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { RestoreCheck } from '../../src/constructs/databases/restore-check';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const PASSWORD = 'correcthorse';
const MEMBERS = [0, 1, 2];
const CLAIM = 'db-backup-backups';

/** What the scenarios must know of a database. */
interface Engine {
  readonly name: string;
  readonly images: readonly string[];
  /** Where the client's command comes from. */
  readonly client: RootName;
  /** Name of the Service's port. */
  readonly port: string;
  /** A client's command that writes some data. */
  readonly write: string;
  /** What the check says of a backup with all that `write` wrote. */
  readonly restored: RegExp;
  /** The file of a backup that holds the data. */
  readonly file: string;
  /** What other files of a backup hold besides. */
  readonly holds?: { readonly [file: string]: readonly RegExp[] };
  database(scope: Construct): IDumpable;
}

const ENGINES: Engine[] = [
  ...([['Redis', RedisEngine.REDIS], ['Valkey', RedisEngine.VALKEY]] as const).map(([name, engine]): Engine => ({
    name,
    client: 'redis',
    port: 'redis',
    images: ['redis', engine, 'haproxy'],
    database: scope => new RedisReplication(scope, 'db', { engine, passwordSecret: 'auth' }),
    write: `(for i in $(seq 500); do echo "SET key-$i value-$i"; done; echo "SETEX passing 100 x"; echo "HSET hash a b"; echo "SELECT 3"; echo "SET other x")
      | redis-cli --no-auth-warning -a ${PASSWORD} -h HOST -p PORT`,
    restored: /a server came up with the dump's 503 keys/,
    file: 'dump.rdb',
  })),
  {
    name: 'MariaDB',
    client: 'mariadb',
    port: 'mysql',
    images: ['mariadb'],
    database: scope => new MariaDbReplication(scope, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152) }),
    write: `mariadb --no-defaults --user=root --password=${PASSWORD} --host=HOST --execute "
      CREATE DATABASE shop; CREATE DATABASE \\\`odd name\\\`; CREATE TABLE shop.orders (id INT PRIMARY KEY, note TEXT);
      USE shop; INSERT INTO shop.orders SELECT seq, REPEAT('-- Table structure for table\\n', 20) FROM seq_1_to_2000;
      CREATE TABLE \\\`odd name\\\`.t (a VARBINARY(9) PRIMARY KEY); INSERT INTO \\\`odd name\\\`.t VALUES (x'00FF27');
      CREATE VIEW shop.v AS SELECT id FROM shop.orders; CREATE USER bob IDENTIFIED BY 'x'; GRANT SELECT ON shop.* TO bob;
      CREATE PROCEDURE shop.p() SELECT 1; CREATE TRIGGER shop.g BEFORE INSERT ON shop.orders FOR EACH ROW SET NEW.note = ''"`,
    restored: /a server came up with the dump's 2 tables/,
    file: 'databases.sql.gz',
  },
  {
    name: 'MySQL',
    client: 'mysql',
    port: 'mysql',
    images: ['mysql', 'haproxy'],
    database: scope => new MySqlReplication(scope, 'db', { passwordSecret: 'auth', tlsSecret: 'tls', memory: Size.mebibytes(1152) }),
    holds: {
      // On members that only read, every event is disabled.
      'events.sql.gz': [/CREATE\b.*EVENT `e` ON SCHEDULE EVERY 1 DAY .*ENABLE DO/],
      'users.sql.gz': [
        /^CREATE USER IF NOT EXISTS `bob`@`%` /m, /^GRANT `clerk`@`%` TO `bob`@`%`;$/m, /^ALTER USER `bob`@`%` DEFAULT ROLE `clerk`@`%`;$/m,
        /^(?!.*`(root|replication|metrics|proxy)`)/,
      ],
    },
    write: `mysql --no-defaults --user=root --password=${PASSWORD} --host=HOST --port=PORT --execute "
      CREATE DATABASE shop; CREATE DATABASE \\\`odd name\\\`; CREATE TABLE shop.orders (id INT PRIMARY KEY, note TEXT); USE shop;
      INSERT INTO shop.orders WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 900) SELECT n, REPEAT('-- Table structure for table\\n', 20) FROM s;
      CREATE TABLE \\\`odd name\\\`.t (a VARBINARY(9) PRIMARY KEY); INSERT INTO \\\`odd name\\\`.t VALUES (x'00FF27');
      CREATE VIEW shop.v AS SELECT id FROM shop.orders; CREATE USER bob IDENTIFIED BY 'x'; GRANT SELECT ON shop.* TO bob;
      CREATE ROLE clerk; GRANT INSERT ON shop.* TO clerk; GRANT clerk TO bob; SET DEFAULT ROLE clerk TO bob;
      CREATE EVENT shop.e ON SCHEDULE EVERY 1 DAY DO DELETE FROM shop.orders;
      CREATE PROCEDURE shop.p() SELECT 1; CREATE TRIGGER shop.g BEFORE INSERT ON shop.orders FOR EACH ROW SET NEW.note = ''"`,
    restored: /a server came up with the dump's 2 tables/,
    file: 'databases.sql.gz',
  },
];

describe.each(ENGINES)('backups of $name', engine => {
  const missing = missingForClusters(engine.images);
  const { test: core } = needs(!missing, missing ?? '');
  const { test: scenario } = needs(!missing && ALL, missing ?? WITH_ALL);

  let cluster: Cluster;
  const directory = () => cluster.claim(CLAIM);
  const backups = () => readdirSync(directory()).sort();
  const newest = () => join(directory(), backups().pop()!);
  const back = async (name: string) => {
    const { code, log } = await cluster.runJob(name);
    return { succeeded: code === 0, log };
  };
  const expectBack = async (name: string) => {
    const { succeeded, log } = await back(name);
    if (!succeeded) { throw new Error(`${name} failed: ${log}`); }
    return log;
  };
  /** Gives what was changed in a backup the right sums, as if it had been dumped so. */
  const sign = (backup: string) => must('sh', '-c', `cd ${backup} && sha256sum ${engine.file} >SHA256SUMS`);

  beforeAll(async () => {
    if (missing) { return; }
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    const backup = new Backup(chart, 'db-backup', { database: engine.database(chart), keep: 2 });
    new RestoreCheck(chart, 'db-check', { backup, size: Size.gibibytes(1) });
    const tls = certificateFor(['*.db-members.default.svc.cluster.local', 'db.default.svc.cluster.local', 'localhost', '127.0.0.1']);
    cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password: PASSWORD }, tls } });
    await cluster.open();
    await Promise.all(MEMBERS.map(ordinal => cluster.start(ordinal)));
    await cluster.ready(MEMBERS);
    const [{ host, port }] = cluster.endpoints('db', engine.port);
    const command = engine.write.replace('HOST', host).replace('PORT', String(port)).replace(/\n\s*/g, ' ');
    const { code, stdout, stderr } = await cluster.run(inRoot(engine.client, 'bash', '-c', command), 60_000);
    if (code !== 0 || /ERR/.test(stdout)) { throw new Error(`nothing was written: ${stdout}${stderr}`); }
  });
  afterAll(async () => cluster?.close());

  scenario('without a backup the check fails', async () => {
    const { succeeded, log } = await back('db-check');

    expect(succeeded).toBe(false);
    expect(log).toContain('there is no backup');
  });

  core('a backup is complete, private and restored by the check', async () => {
    await expectBack('db-backup');
    const log = await expectBack('db-check');

    expect(backups()).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
    expect(log).toMatch(engine.restored);
    expect(readdirSync(newest())).toEqual(expect.arrayContaining(['SHA256SUMS', 'proven', engine.file]));
    for (const [file, parts] of Object.entries(engine.holds ?? {})) {
      const text = must('gzip', '-dc', join(newest(), file));
      expect(parts.filter(part => !part.test(text)).map(part => `${file} without ${part}`)).toEqual([]);
    }
    expect(must('stat', '-c', '%a', join(newest(), engine.file)).trim()).toBe('600');
  });

  scenario('a dump that fails leaves every backup as it is', async () => {
    const before = backups();
    await Promise.all(MEMBERS.map(ordinal => cluster.crash(ordinal)));

    const { succeeded, log } = await back('db-backup');

    expect(succeeded).toBe(false);
    expect(log).toContain('the backups that exist stay as they are');
    expect(backups()).toEqual(before);
    await Promise.all(MEMBERS.map(ordinal => cluster.start(ordinal)));
    await cluster.ready(MEMBERS);
  });

  scenario('a byte that changed on the disk fails the check', async () => {
    await expectBack('db-backup');
    const file = join(newest(), engine.file);
    const sound = readFileSync(file);
    const damaged = Buffer.from(sound);
    damaged[Math.floor(damaged.length / 2)] = damaged[Math.floor(damaged.length / 2)] === 1 ? 2 : 1;
    writeFileSync(file, damaged);

    const { succeeded, log } = await back('db-check');

    expect(succeeded).toBe(false);
    expect(log).toContain('are not what was written');
    writeFileSync(file, sound);
    await expectBack('db-check');
  });

  scenario('a dump that is incomplete fails the check, and the last proven backup outlives the newer ones', async () => {
    const proven = backups().pop()!;
    for (let count = 0; count < 3; count++) {
      await expectBack('db-backup');
      const file = join(newest(), engine.file);
      writeFileSync(file, readFileSync(file).subarray(0, 200));
      sign(newest());
    }

    const { succeeded, log } = await back('db-check');

    expect(succeeded).toBe(false);
    expect(log).toContain('cannot be restored');
    expect(backups()).toHaveLength(3);
    expect(backups()[0]).toBe(proven);
  });

  scenario('the newest ones stay; what a killed run left goes', async () => {
    must('mkdir', join(directory(), 'partial-20200101T000000Z'));
    await expectBack('db-backup');
    await expectBack('db-check');

    await expectBack('db-backup');

    expect(backups()).toHaveLength(2);
    expect(backups().every(name => /^\d{8}T\d{6}Z$/.test(name))).toBe(true);
  });

  scenario('a backup that is too old fails the check', async () => {
    const before = backups();
    for (const name of before) { must('touch', '-d', '9 days ago', join(directory(), name, 'SHA256SUMS')); }

    const { succeeded, log } = await back('db-check');

    expect(succeeded).toBe(false);
    expect(log).toMatch(/is 21\d hours old/);
    rmSync(directory(), { recursive: true });
  });
});
