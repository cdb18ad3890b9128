import { ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Duration, Size, Testing } from 'cdk8s';
import { PlainServer } from './plain-server';
import { rcloneProgram } from '../../../scripts/clusters/rclone';
import { Backup } from '../../../src/constructs/databases/backup';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { PostgreSqlWalArchive } from '../../../src/constructs/databases/postgresql/postgresql-wal-archive';
import { Task } from '../../../src/constructs/task';
import { Manifest } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { Cluster } from '../harness/cluster';
import { until } from '../harness/command';
import { NAME_SERVER } from '../harness/lan';

/** What rclone is to keep for itself. */
export const KEY = 'correct/horse+battery';
const REPLICATION = 'copies';
const PORT = 9000;
const ADDRESSES = ['10.77.0.2', '10.77.0.3'];
/** The container that sends. */
export const SENDER = 'send-to-bucket';
/** What the test cannot wait for is sooner than in the chart. */
const SOONER = { LATE: '1', TAKE_OVER: '15' };

/** A primary and a standby that has each write, the archive and the backups of the chart, and a bucket. */
export class SystemWithBucket {
  public readonly secrets = {
    auth: { password: 'any', replication: REPLICATION },
    login: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: KEY },
    seal: { password: 'a "horse" $ay$ \\' },
  };
  public readonly cluster: Cluster;
  public servers: PlainServer[] = [];
  private readonly buckets = mkdtempSync(join(tmpdir(), 's3-wal-'));
  private readonly directory = mkdtempSync('/dev/shm/wal-s3-');
  private bucketServer?: ChildProcess;
  private bucketLog = '';

  constructor(private readonly encryptionSecret?: string) {
    this.cluster = new Cluster({ manifests: this.manifests('20260131T030000Z'), secrets: this.secrets });
  }

  /** As synthesized, but for the addresses of the servers, which stand for the database's Services. */
  private manifests(taken: string, time?: string, replicas = 1): Manifest[] {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    const database = new PostgreSqlCluster(chart, 'db', { passwordSecret: 'auth' });
    const s3 = { bucket: 'backups', endpoint: `http://${NAME_SERVER}:${PORT}`, credentialsSecret: 'login', encryptionSecret: this.encryptionSecret };
    const backup = new Backup(chart, 'backup', { database, s3, size: Size.gibibytes(1) });
    const archive = new PostgreSqlWalArchive(chart, 'wal', { database, s3, backup, keep: Duration.days(1) });
    new Task(chart, 'restore', archive.restoreFromS3Task(taken, time));
    const manifests: Manifest[] = Testing.synth(chart).filter(({ kind, metadata }) => kind !== 'StatefulSet' || metadata.name === 'wal');
    for (const manifest of manifests) {
      if (manifest.kind === 'StatefulSet') { (manifest as any).spec.replicas = replicas; }
      const { spec }: any = podTemplateOf(manifest) ?? { spec: {} };
      for (const container of [...spec.initContainers ?? [], ...spec.containers ?? []]) {
        const set = (name: string, value: string) => { container.env = [...container.env.filter((one: any) => one.name !== name), { name, value }]; };
        const has = (name: string) => container.env?.some((one: any) => one.name === name);
        if (has('HOSTS')) { set('HOSTS', ADDRESSES.join(' ')); }
        if (has('PGHOST')) {
          set('PGHOST', ADDRESSES.join(','));
          set('PGTARGETSESSIONATTRS', 'primary');
        }
        if (container.name === SENDER) { for (const [name, value] of Object.entries(SOONER)) { set(name, value); } }
      }
    }
    return manifests;
  }

  public async open(): Promise<void> {
    await this.cluster.open();
    // The servers are other users.
    chmodSync(this.directory, 0o755);
    mkdirSync(join(this.buckets, 'backups'));
    await this.startBucket();
    const [first, second] = this.servers = ADDRESSES.map((address, ordinal) =>
      new PlainServer(join(this.directory, `run-${ordinal}`), address, join(this.directory, `data-${ordinal}`), argv => this.cluster.argvOnNetwork(argv)));
    first.init();
    await first.start('primary');
    first.sql(`CREATE ROLE replicator LOGIN REPLICATION PASSWORD '${REPLICATION}'`);
    first.sql('CREATE TABLE ticks (n bigint PRIMARY KEY, at timestamptz DEFAULT clock_timestamp())');
    second.follow(first, REPLICATION);
    await second.start('replica');
    first.sql("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    first.sql('SELECT pg_reload_conf()');
    await this.cluster.start(0);
    await this.cluster.ready([0]);
  }

  public async close(): Promise<void> {
    this.bucketServer?.kill('SIGKILL');
    await Promise.all(this.servers.map(server => server.kill()));
    await this.cluster.close();
    for (const path of [this.buckets, this.directory]) { rmSync(path, { recursive: true, force: true }); }
  }

  public async startBucket(): Promise<void> {
    this.bucketLog = '';
    const argv = [rcloneProgram(), 'serve', 's3', '-vv', '--addr', `${NAME_SERVER}:${PORT}`, '--auth-key', `${this.secrets.login.AWS_ACCESS_KEY_ID},${KEY}`, this.buckets];
    const [command, ...args] = this.cluster.argvOnNetwork(argv);
    this.bucketServer = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.bucketServer.stdout!, this.bucketServer.stderr!]) { stream.on('data', data => { this.bucketLog += data; }); }
    await until('the server of the bucket answers', 60, () => this.bucketLog.includes('Starting s3 server'), () => this.bucketLog);
  }

  public stopBucket(): void { this.bucketServer?.kill('SIGKILL'); }

  /** Names of the objects of the log. */
  public objects(): string[] {
    const prefix = join(this.buckets, 'backups/wal');
    return existsSync(prefix) ? readdirSync(prefix).flatMap(folder => readdirSync(join(prefix, folder))).sort() : [];
  }

  public logOf(container: string): string { return this.cluster.pod(0).container(container).tail(400); }

  /** Takes a backup, which is in the bucket then, and gives its name. */
  public async backUp(): Promise<string> {
    const { code, log } = await this.cluster.runJob('backup');
    if (code !== 0 || !log.includes('is in the bucket')) { throw new Error(`the backup failed: ${log}`); }
    return readdirSync(this.cluster.claim('backup-backups')).filter(name => name.endsWith('Z')).sort().pop()!;
  }

  /** The standby leads, and the primary is gone with its data. */
  public async failOver(): Promise<void> {
    const [first, second] = this.servers;
    await first.kill();
    first.remove();
    second.sql('SELECT pg_promote(wait_seconds => 60)');
    second.lead('primary');
  }

  /** Nothing is left but the bucket. */
  public async loseAll(): Promise<void> {
    await Promise.all([...this.servers.map(server => server.kill()), this.cluster.crash(0)]);
    for (const server of this.servers) { server.remove(); }
    this.cluster.loseVolumes(0);
    for (const claim of ['backup-backups', 'data-db-0']) { rmSync(this.cluster.claim(claim), { recursive: true, force: true }); }
    await this.cluster.apply(this.manifests('20260131T030000Z', undefined, 0));
  }

  /** Runs the Task of the chart. */
  public async restore(taken: string, time?: string): Promise<{ readonly code: number; readonly log: string }> {
    await this.cluster.apply(this.manifests(taken, time, 0));
    return this.cluster.runJob('restore');
  }

  /** A server on the restored data of the first member. */
  public async startRestored(): Promise<PlainServer> {
    const server = new PlainServer(join(this.directory, 'run-restored'), ADDRESSES[0], join(this.cluster.claim('data-db-0'), 'pgdata'), argv => this.cluster.argvOnNetwork(argv));
    this.servers.push(server);
    await server.start('primary');
    return server;
  }

  public async startArchive(taken: string): Promise<void> { await this.cluster.apply(this.manifests(taken)); }
}
