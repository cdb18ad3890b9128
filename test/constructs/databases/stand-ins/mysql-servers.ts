import { existsSync, readFileSync } from 'fs';
import initSqlJs, { SqlJsStatic } from 'sql.js';
import { GtidSet } from './gtid-set';
import { Database, changeDatabase, createDatabase, readDatabase } from './mysql-database';
import { Group, Instance } from './mysql-instance';
import { MemberRow, select } from './mysql-tables';
import { Call, Stage } from './stage';
import { Manifest } from '../../../../src/kubernetes/manifest';

const GROUP_UUID = '11111111-2222-3333-4444-555555555555';

/**
 * Stands in for mysqld, mysql and mysqladmin of MySQL 8.4, as its manual
 * describes them: accounts, sets of GTIDs, Group Replication with one primary
 * and clones. Queries are answered by a real SQL engine out of the tables that
 * the manual names. Data directories are files; what a server only keeps in
 * memory is gone when its process is killed.
 */
export class MySqlServers {
  public readonly stage: Stage;
  public readonly groups: Group[] = [];
  /** Every time that a group was begun: the pod that did it. */
  public readonly begun: string[] = [];
  /** Pods that were sent a copy of everything. */
  public readonly cloned: string[] = [];
  /** Statements and options that the stand-in does not know: the test is wrong, or the script. */
  public readonly unknown: string[] = [];
  private readonly instances = new Map<string, Instance>();
  private engine!: SqlJsStatic;

  constructor(manifests: Manifest[], password = 'it\'s a "secret"') {
    this.stage = new Stage(manifests, { password }, {
      mysql: call => this.mysql(call),
      mysqladmin: call => this.mysqladmin(call),
    }, { mysqld: call => this.mysqld(call) });
  }

  public async open(): Promise<void> {
    this.engine = await initSqlJs();
    await this.stage.open();
  }

  public close(): void {
    this.stage.close();
  }

  /** Pods that serve, the primary first. */
  public get serving(): string[] {
    const serves = [...this.instances.values()].filter(one => one.state === 'ONLINE' && this.rows(one).filter(({ state }) => state !== 'UNREACHABLE').length * 2 > this.rows(one).length);
    const primaries = this.groups.map(({ primary }) => primary);
    return serves.map(({ pod }) => pod).sort((a, b) => Number(primaries.includes(b)) - Number(primaries.includes(a)) || a.localeCompare(b));
  }

  public get primary(): string | undefined {
    return this.serving[0];
  }

  public isRunning(pod: string): boolean {
    return this.instances.has(pod);
  }

  public variable(pod: string, name: string): string | undefined {
    return this.instances.get(pod)?.variables[name];
  }

  /** A transaction of a client; all members that the primary reaches get it, and execute it unless they lag. */
  public write(lagging: string[] = []): void {
    const group = this.groupOf(this.serving[0])!;
    const gtid = this.database(group.primary).executed;
    const next = GtidSet.parse(gtid).next(GROUP_UUID);
    group.members.forEach(pod => {
      if (!this.instances.has(pod)) { return; }
      this.change(pod, lagging.includes(pod) ? { received: next.toString() } : { executed: next.toString(), received: next.toString() });
    });
  }

  /** How many transactions a member holds. */
  public writes(pod: string): number {
    return GtidSet.parse(this.database(pod).executed).size;
  }

  /** A transaction that only one member has, as after a restore by hand. */
  public writeApart(pod: string): void {
    const database = this.database(pod);
    this.change(pod, { executed: GtidSet.parse(database.executed).next(database.uuid).toString() });
  }

  /** What the network and the group communication system notice: members come, go, and lose their majority. */
  public settle(): void {
    this.groups.forEach(group => {
      const alive = [...group.members].filter(pod => this.instances.has(pod));
      const sides = [alive.filter(pod => !this.stage.isCut(pod)), ...alive.filter(pod => this.stage.isCut(pod)).map(pod => [pod])];
      const majority = sides.find(side => side.length * 2 > group.members.size);
      alive.filter(pod => !majority?.includes(pod)).forEach(pod => this.leaveLater(pod));
      if (!majority) { return; }
      [...group.members].filter(pod => !majority.includes(pod)).forEach(pod => { group.members.delete(pod); });
      this.elect(group);
    });
  }

  // The time of group_replication_unreachable_majority_timeout, after which exit_state_action applies.
  private leaveLater(pod: string): void {
    const instance = this.instances.get(pod)!;
    setTimeout(() => {
      const group = this.groupOf(pod);
      if (this.instances.get(pod) !== instance || group && !this.isApart(group, pod)) { return; }
      group?.members.delete(pod);
      instance.state = 'ERROR';
      instance.variables.offline_mode = 'ON';
    }, 1000);
  }

  private isApart(group: Group, pod: string): boolean {
    return [...group.members].filter(other => this.sees(pod, other)).length * 2 <= group.members.size;
  }

  private elect(group: Group): void {
    if (!group.members.has(group.primary)) {
      [group.primary] = [...group.members].filter(pod => this.instances.get(pod)?.state === 'ONLINE').sort();
    }
    if (group.members.size === 0) { this.groups.splice(this.groups.indexOf(group), 1); }
  }

  private sees(pod: string, other: string): boolean {
    return pod === other || this.instances.has(other) && !this.stage.isCut(pod) && !this.stage.isCut(other);
  }

  private groupOf(pod: string): Group | undefined {
    return this.groups.find(({ members }) => members.has(pod));
  }

  private database(pod: string): Database {
    return readDatabase(this.instances.get(pod)?.datadir ?? this.stage.path(pod, 'data/mysql'));
  }

  private change(pod: string, change: Partial<Database>): void {
    changeDatabase(this.instances.get(pod)!.datadir, change);
  }

  private mysqld({ pod, args, supervisor, socket, reply }: Call): void {
    const option = (name: string) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
    const config = readFileSync(option('defaults-file')!, 'utf8').split('\n').map(line => line.split('='));
    const datadir = option('datadir') ?? config.find(([name]) => name === 'datadir')![1];
    if (args.includes('--initialize-insecure')) {
      if (existsSync(datadir)) { return reply(1, 'data directory has files in it'); }
      createDatabase(datadir);
      return reply(0);
    }
    const networking = !args.includes('--skip-networking');
    const instance: Instance = { pod, datadir, networking, supervised: supervisor === 'yes', socket, state: 'OFFLINE', variables: { ...Object.fromEntries(config) } };
    setTimeout(() => this.instances.set(pod, instance), 50);
    socket.on('data', data => { if (String(data) === 'T') { this.shutDown(instance, 0); } });
    socket.on('end', () => {
      if (this.instances.get(pod) === instance) { this.instances.delete(pod); this.settle(); }
    });
  }

  // A server that is told to stop leaves its group first.
  private shutDown(instance: Instance, code: number): void {
    this.leave(instance.pod);
    if (this.instances.get(instance.pod) === instance) { this.instances.delete(instance.pod); }
    instance.socket.end(`${code}\n`);
  }

  private leave(pod: string): void {
    const group = this.groupOf(pod);
    group?.members.delete(pod);
    if (group) { this.elect(group); }
  }

  private mysqladmin({ pod, args, reply }: Call): void {
    if (!args.includes('ping')) { this.unknown.push(args.join(' ')); }
    reply(this.instances.has(pod) ? 0 : 1);
  }

  private mysql(call: Call): void {
    const host = call.args.find(arg => arg.startsWith('--host='))?.slice(7);
    const pod = host ? this.stage.reach(call.pod, host) : call.pod;
    const instance = pod ? this.instances.get(pod) : undefined;
    if (!instance || host && !instance.networking) { return call.reply(1, "ERROR 2003 (HY000): Can't connect to MySQL server"); }
    const { accounts } = this.database(instance.pod);
    const account = host ? accounts['root@%'] : accounts['root@localhost'];
    if (account !== call.password) { return call.reply(1, "ERROR 1045 (28000): Access denied for user 'root'"); }
    const output: string[] = [];
    for (const statement of call.input.split(/;\s*(?:\n|$)|;\s+(?=START|SET)/).map(text => text.trim()).filter(Boolean)) {
      const error = this.run(instance, statement, output);
      if (error) { return call.reply(1, [...output, error, ''].join('\n')); }
    }
    call.reply(0, output.map(line => `${line}\n`).join(''));
  }

  // Runs one statement; an error ends the client, as it does without --force.
  private run(instance: Instance, statement: string, output: string[]): string | undefined {
    const set = /^SET (?:GLOBAL )?(\w+)=(\w+)$/.exec(statement);
    const start = /^START GROUP_REPLICATION USER='(.*)', PASSWORD='(.*)'$/.exec(statement);
    const handOver = /^SELECT group_replication_set_as_primary\('(.*)', \d+\)$/.exec(statement);
    if (set) {
      instance.variables[set[1]] = set[2];
    } else if (start) {
      return this.join(instance, start[1], start[2]);
    } else if (handOver) {
      const group = this.groupOf(instance.pod)!;
      const successor = [...group.members].find(pod => this.database(pod).uuid === handOver[1]);
      if (!successor) { return 'ERROR 1123 (HY000): The requested uuid is not a member of the group'; }
      group.primary = successor;
    } else if (statement === 'STOP GROUP_REPLICATION') {
      this.leave(instance.pod);
      instance.state = 'OFFLINE';
    } else if (statement === 'SHUTDOWN') {
      this.shutDown(instance, 0);
    } else if (statement === 'RESET BINARY LOGS AND GTIDS') {
      this.change(instance.pod, { executed: '', received: '' });
    } else if (/^(CREATE|ALTER) USER/.test(statement)) {
      return this.account(instance, statement);
    } else if (/^SELECT/.test(statement)) {
      output.push(this.select(instance, statement));
    } else if (!/^GRANT /.test(statement)) {
      this.unknown.push(statement);
      return `ERROR 1064 (42000): You have an error in your SQL syntax near '${statement}'`;
    }
    return undefined;
  }

  private account({ pod, variables }: Instance, statement: string): string | undefined {
    const parts = /^\w+ USER '(.*)'@'(.*)' IDENTIFIED BY '((?:[^'\\]|\\.)*)'$/.exec(statement);
    if (!parts) { this.unknown.push(statement); return 'ERROR 1064 (42000)'; }
    const [, user, host, password] = parts;
    const database = this.database(pod);
    const executed = variables.SQL_LOG_BIN === '0' ? database.executed : GtidSet.parse(database.executed).next(database.uuid).toString();
    this.change(pod, { executed, accounts: { ...database.accounts, [`${user}@${host}`]: password.replace(/\\(.)/g, '$1') } });
    return undefined;
  }

  private join(instance: Instance, user: string, password: string): string | undefined {
    const { pod, variables } = instance;
    const failed = 'ERROR 3092 (HY000): The server is not configured properly to be an active member of the group';
    if (password.length > 32) { return 'ERROR 3095 (HY000): The START GROUP_REPLICATION command failed: a password has at most 32 characters'; }
    if (instance.state !== 'OFFLINE') { return 'ERROR 3093 (HY000): The START GROUP_REPLICATION command failed since the group is already running'; }
    if (variables.group_replication_bootstrap_group === 'ON') {
      this.begun.push(pod);
      this.groups.push({ members: new Set([pod]), primary: pod });
      const { executed, received } = this.database(pod);
      this.change(pod, { executed: GtidSet.parse(executed).union(GtidSet.parse(received)).toString() });
      instance.state = 'ONLINE';
      return undefined;
    }
    const seeds = variables.loose_group_replication_group_seeds.split(',').map(seed => this.stage.reach(pod, seed));
    const donor = seeds.find(seed => seed && seed !== pod && this.instances.get(seed)?.state === 'ONLINE' && !this.isApart(this.groupOf(seed)!, seed));
    if (!donor || this.database(donor).accounts[`${user}@%`] !== password) { instance.state = 'ERROR'; return failed; }
    const mine = GtidSet.parse(this.database(pod).executed).union(GtidSet.parse(this.database(pod).received));
    const theirs = GtidSet.parse(this.database(donor).executed);
    if (!mine.within(theirs)) {
      instance.state = 'ERROR';
      return `[ERROR] This member has more executed transactions than those present in the group.\n${failed}`;
    }
    const group = this.groupOf(donor)!;
    group.members.add(pod);
    instance.state = 'RECOVERING';
    const clone = theirs.without(mine).size > Number(variables.group_replication_clone_threshold);
    setTimeout(() => { if (this.instances.get(pod) === instance) { this.recover(instance, donor, clone); } }, 300);
    return undefined;
  }

  private recover(instance: Instance, donor: string, clone: boolean): void {
    const { executed, received, accounts } = this.database(donor);
    this.change(instance.pod, { executed, received, accounts });
    if (clone) {
      this.cloned.push(instance.pod);
      // RESTART: with a supervisor the server ends with 16, without one it ends in error.
      this.shutDown(instance, instance.supervised ? 16 : 1);
    } else {
      instance.state = 'ONLINE';
    }
  }

  /** Rows of replication_group_members as a server shows them. */
  private rows(instance: Instance): MemberRow[] {
    const group = this.groupOf(instance.pod);
    const host = (pod: string) => `${pod}.members`;
    if (!group) { return [{ uuid: instance.state === 'ERROR' ? this.database(instance.pod).uuid : '', host: host(instance.pod), state: instance.state, role: '' }]; }
    return [...group.members].map(pod => ({
      uuid: this.database(pod).uuid,
      host: host(pod),
      state: this.sees(instance.pod, pod) ? this.instances.get(pod)!.state : 'UNREACHABLE',
      role: pod === group.primary ? 'PRIMARY' : 'SECONDARY',
    }));
  }

  private select(instance: Instance, query: string): string {
    return select(this.engine, { ...this.database(instance.pod), rows: this.rows(instance) }, query);
  }
}
