import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiServer } from './control-plane';
import { removeLeftovers } from './leftovers';
import { Member } from './member';
import { certificateFor } from '../harness/certificate';
import { must, run, sleep, until } from '../harness/command';
import { Lan } from '../harness/lan';
import { LineHelper } from '../harness/line-helper';

const ROOT = '/dev/shm/cdk8s-stateful-postgresql';
const AGENT = join(__dirname, '../../../src/constructs/databases/postgresql');
const GATEWAY = '10.77.0.1';
const FIRST_PORT = 7000;
const CLUSTER = 'db';
const DOMAIN = 'svc.cluster.local';

/** The server's own settings of the tests: small, and nothing that the agent decides. */
const SETTINGS = `shared_buffers = '16MB'
max_connections = 40
max_wal_size = '96MB'
min_wal_size = '32MB'
wal_keep_size = '32MB'
max_slot_wal_keep_size = '128MB'
log_checkpoints = off
log_line_prefix = '%m [%p] '
`;
const ACCESS = `local all all trust
host replication replicator all scram-sha-256
host all postgres ${GATEWAY}/32 trust
host all all all scram-sha-256
`;

/** The certificate stands for the members' names, and they take nothing without TLS but from the test's own clients. */
const TLS_SETTINGS = (tls: string) => `ssl = on
ssl_cert_file = '${tls}/tls.crt'
ssl_key_file = '../agent/tls.key'
ssl_ca_file = '${tls}/ca.crt'
`;
const TLS_ACCESS = ACCESS.replace('host replication', 'hostssl replication').replace('host all all', 'hostssl all all');

export interface WorldOptions {
  /** Root file system with PostgreSQL; `/` for this machine's own. */
  readonly root: string;
  /** Milliseconds; 2000, 10000 and 15000 are the real ones. */
  readonly timers: { readonly renew: number; readonly hold: number; readonly take: number };
  /** @default 3 */
  readonly members?: number;
  /** How many others have each write; with 0, one if there is one. @default - that of the preset for three members */
  readonly synchronousMembers?: number;
  readonly tls?: boolean;
}

/** Members, their API server and their clients, on a network of their own. */
export class World {
  public readonly members: Member[] = [];
  public readonly api: ApiServer;
  public readonly timers: WorldOptions['timers'];
  private readonly directory = join(ROOT, String(process.pid));
  private readonly id = `pg${process.pid}`;
  private readonly lan: Lan;
  private proxy!: LineHelper;
  private clients!: LineHelper;

  constructor(private readonly options: WorldOptions) {
    this.timers = options.timers;
    removeLeftovers(ROOT, 'pg');
    mkdirSync(this.directory, { recursive: true });
    this.lan = new Lan(this.id, this.directory);
    this.api = new ApiServer(this.directory, GATEWAY, ['ip', 'netns', 'exec', this.id]);
  }

  public async open(): Promise<void> {
    await this.lan.start();
    await this.api.start();
    const token = await this.api.createLease(CLUSTER);
    const files = this.writeFiles(token);
    const count = this.options.members ?? 3;
    const hosts = join(this.directory, 'hosts-of-members');
    const places = Array.from({ length: count }, (_, ordinal) => ({ ordinal, ...this.lan.join(`${CLUSTER}-${ordinal}`) }));
    writeFileSync(hosts, ['127.0.0.1 localhost', ...places.map(({ ordinal, address }) => `${address} ${CLUSTER}-${ordinal}.members.default.${DOMAIN}`)].join('\n') + '\n');
    this.proxy = this.helper('api-proxy.js', GATEWAY, String(this.api.port), String(FIRST_PORT), String(count));
    for (const { ordinal, namespace, address } of places) {
      this.members.push(new Member({
        ordinal,
        name: `${CLUSTER}-${ordinal}`,
        directory: join(this.directory, `${CLUSTER}-${ordinal}`),
        networkNamespace: namespace,
        address,
        root: this.options.root,
        agent: join(files, 'scripts/postgresql-agent.pl'),
        hosts,
        megabytes: 700,
        env: this.env(ordinal, count, files),
      }));
    }
    await this.passApi(0, 0);
    this.clients = this.helper('clients.js', ...places.map(({ address }) => address));
  }

  public async close(): Promise<void> {
    this.clients?.stop();
    this.proxy?.stop();
    await Promise.all(this.members.map(member => member.crash()));
    this.api.stop();
    await sleep(300);
    for (const member of this.members) { member.unmount(); }
    this.lan.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Delay of what a member says to the API server, and the other way; -1: nothing gets through. */
  public async passApi(ordinal: number, delay: number): Promise<void> { await this.proxy.ask({ member: ordinal, delay }); }

  /** Whether something that a member and the API server said to each other was delayed or swallowed since then. */
  public async apiSuffered(ordinal: number): Promise<boolean> { return (await this.proxy.ask({ member: ordinal })).touched > 0; }

  public isCutOff(ordinal: number): boolean {
    return must('ip', '-n', this.members[ordinal].place.networkNamespace, 'link', 'show', 'eth0').includes('state DOWN');
  }

  public setLink(ordinal: number, state: 'up' | 'down'): void { this.lan.setLink(this.members[ordinal].place.networkNamespace, state); }

  public ask(request: object): Promise<any> { return this.clients.ask(request); }

  /** What a member's agent says; undefined if it does not answer. */
  public async state(ordinal: number): Promise<any> { return (await this.ask({ do: 'state', member: ordinal })).state; }

  public async states(): Promise<any[]> { return Promise.all(this.members.map((_, ordinal) => this.state(ordinal))); }

  /** Ordinal of the member that leads; waits for one. */
  public async leader(seconds = 600): Promise<number> {
    const found = await until('a member leads', seconds, async () => {
      const ordinal = (await this.states()).findIndex(state => state?.role === 'primary');
      return ordinal < 0 ? undefined : { ordinal };
    }, () => this.logs());
    return found.ordinal;
  }

  /** One leads, all others stream from it and are on the list, and as many as asked for have each write. */
  public async whole(seconds = 600): Promise<void> {
    await until('one leads, and the others follow', seconds, async () => {
      const states = await this.states();
      const streaming = states.filter(state => state?.role === 'standby' && state.streaming).length;
      const leaders = states.filter(state => state?.role === 'primary');
      if (leaders.length !== 1 || streaming !== states.length - 1) { return false; }
      const { record } = leaders[0];
      return record.list.length === states.length && record.copies === (this.options.synchronousMembers || 1);
    }, () => this.logs());
  }

  public async writesGoOn(since: number, seconds: number): Promise<number> {
    const { first } = await until('a write is acknowledged', seconds, async () => {
      const report = await this.ask({ do: 'report', since });
      return report?.first ? report : undefined;
    }, () => this.logs());
    return first - since;
  }

  /** Longest time since a moment in which no write was acknowledged. */
  public async pauseSince(since: number): Promise<number> { return (await this.ask({ do: 'pause', since })).pause; }

  /** Whether the member began to hand over. */
  public async switchover(ordinal: number): Promise<boolean> {
    const { networkNamespace } = this.members[ordinal].place;
    const argv = ['ip', 'netns', 'exec', networkNamespace, 'curl', '-s', '-m', '2', '-X', 'POST', 'http://127.0.0.1:8008/switchover'];
    return (await run(argv, 4000)).stdout === 'handing over\n';
  }


  public logs(count = 40): string {
    return this.members.map(member => `== ${member.place.name}\n${member.lastLines(count)}`).join('\n');
  }

  public keepLogs(): string {
    const kept = mkdtempSync(join(tmpdir(), `${this.id}-logs-`));
    const begun = this.members.filter(({ log }) => existsSync(log));
    for (const member of begun) { cpSync(member.log, join(kept, member.place.name), { recursive: true }); }
    return kept;
  }

  private env(ordinal: number, count: number, files: string): Record<string, string> {
    const { renew, hold, take } = this.options.timers;
    return {
      POD_NAME: `${CLUSTER}-${ordinal}`,
      POD_NAMESPACE: 'default',
      CLUSTER,
      MEMBERS: String(count),
      SYNCHRONOUS_MEMBERS: String(this.options.synchronousMembers ?? 1),
      SERVICE: 'members',
      LEASE: CLUSTER,
      LEASE_RENEW_MS: String(renew),
      LEASE_HOLD_MS: String(hold),
      LEASE_TAKE_MS: String(take),
      KUBERNETES_SERVICE_HOST: GATEWAY,
      KUBERNETES_SERVICE_PORT: String(FIRST_PORT + ordinal),
      SERVICE_ACCOUNT_DIR: join(files, 'account'),
      CONFIG_DIR: join(files, 'config'),
      PASSWORDS_DIR: join(files, 'passwords'),
      TLS_DIR: join(files, 'tls'),
    };
  }

  private writeFiles(token: string): string {
    const files = join(this.directory, 'files');
    const contents: Record<string, string> = {
      'account/token': token,
      'account/ca.crt': this.api.certificate,
      'config/postgresql.conf': this.options.tls ? SETTINGS + TLS_SETTINGS(join(files, 'tls')) : SETTINGS,
      'config/pg_hba.conf': this.options.tls ? TLS_ACCESS : ACCESS,
      'passwords/superuser': 'correct:horse',
      'passwords/replication': "battery'staple",
    };
    if (this.options.tls) {
      for (const [name, text] of Object.entries(certificateFor([`*.members.default.${DOMAIN}`]))) { contents[`tls/${name}`] = text; }
    }
    for (const [path, text] of Object.entries(contents)) {
      mkdirSync(join(files, path, '..'), { recursive: true });
      writeFileSync(join(files, path), text, { mode: 0o644 });
    }
    mkdirSync(join(files, 'scripts'), { recursive: true });
    for (const name of readdirSync(AGENT).filter(file => /\.p[lm]$/.test(file))) { writeFileSync(join(files, 'scripts', name), readFileSync(join(AGENT, name))); }
    return files;
  }

  private helper(script: string, ...args: string[]): LineHelper {
    return new LineHelper(['ip', 'netns', 'exec', this.id, process.execPath, join(__dirname, script), ...args]);
  }
}
