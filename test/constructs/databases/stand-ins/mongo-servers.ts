import { readFileSync, statSync, writeFileSync } from 'fs';
import { AddressInfo, createServer, Server, Socket } from 'net';
import { join } from 'path';
import { deserialize } from 'bson';
import { answerTo } from './mongo-answer';
import { Call, Stage } from './stage';
import { Manifest } from '../../../../src/kubernetes/manifest';

interface ConfigMember { readonly _id: number; readonly host: string; readonly votes?: number; readonly priority?: number }
interface Config { readonly _id: string; readonly version: number; readonly members: readonly ConfigMember[] }

/** What is in a data directory. */
interface Database { config?: Config; writes: number; users: Record<string, string> }

/** What a running server knows; gone when it stops. */
interface Instance {
  readonly pod: string;
  readonly directory: string;
  readonly set: string;
  readonly key: string;
  readonly socket: Socket;
  readonly listener: Server;
  /** False until it has read its configuration from disk. */
  loaded: boolean;
  state: 'STARTUP2' | 'PRIMARY' | 'SECONDARY' | 'REMOVED';
}

const podOf = (host: string) => host.split('.')[0];
const isVoter = ({ votes = 1 }: ConfigMember) => votes > 0;

/**
 * Stands in for mongod and mongosh of MongoDB 8, as its manual and its source
 * describe them: `hello` over the real protocol, the first account from the
 * same host, commands on the configuration of the set, heartbeats, votes, and
 * the copy of data that an empty member gets. Data directories are files.
 */
export class MongoServers {
  public readonly stage: Stage;
  /** Every time that a set was made: the pod that did it. */
  public readonly begun: string[] = [];
  /** Refusals that the servers gave. */
  public readonly refusals: string[] = [];
  /** Commands that the stand-in does not know: the test is wrong, or the script. */
  public readonly unknown: string[] = [];
  public readonly roles = new Map<string, unknown>();
  private readonly instances = new Map<string, Instance>();
  private heart?: NodeJS.Timeout;

  constructor(manifests: Manifest[], public readonly password = 'a/b:c@d', key = 'abcdef0123456789', metrics = 'figures') {
    this.stage = new Stage(manifests, { password, key, metrics }, {
      'mongo-command': call => this.command(call),
      'stage-port': call => this.port(call),
    }, { mongod: call => this.mongod(call) }, { mongosh: readFileSync(join(__dirname, 'commands/mongo-shell.js'), 'utf8') });
  }

  public async open(): Promise<void> {
    await this.stage.open();
    this.heart = setInterval(() => this.beat(), 25);
  }

  public close(): void {
    clearInterval(this.heart);
    this.instances.forEach(({ listener }) => listener.close());
    this.stage.close();
  }

  /** Pods that serve, the primary first. */
  public get serving(): string[] {
    const serve = [...this.instances.values()].filter(({ state, loaded }) => loaded && (state === 'PRIMARY' || state === 'SECONDARY'));
    return serve.sort((a, b) => Number(b.state === 'PRIMARY') - Number(a.state === 'PRIMARY') || a.pod.localeCompare(b.pod)).map(({ pod }) => pod);
  }

  public get primary(): string | undefined {
    return [...this.instances.values()].find(({ state }) => state === 'PRIMARY')?.pod;
  }

  public isRunning(pod: string): boolean {
    return this.instances.has(pod);
  }

  public writes(pod: string): number {
    return this.database(this.instances.get(pod)!).writes;
  }

  public users(pod: string): Record<string, string> {
    return this.database(this.instances.get(pod)!).users;
  }

  /** The members of the set as a pod knows it. */
  public members(pod: string): readonly ConfigMember[] {
    return this.database(this.instances.get(pod)!).config?.members ?? [];
  }

  public write(): void {
    const primary = this.instances.get(this.primary!)!;
    const { writes, users, config } = this.database(primary);
    this.peers(primary, config!).forEach(peer => { if (peer.state === 'SECONDARY' || peer === primary) { this.change(peer, { writes: writes + 1, users }); } });
  }

  /** Lets a member forget that it is in the set, but not its data: as one that was taken from it. */
  public remove(pod: string): void {
    const file = join(this.stage.path(pod, 'data/db/mongo'), 'db.json');
    const database: Database = JSON.parse(readFileSync(file, 'utf8'));
    const config = { ...database.config!, members: database.config!.members.filter(({ host }) => podOf(host) !== pod) };
    writeFileSync(file, JSON.stringify({ ...database, config }));
  }

  private database({ directory }: Instance): Database {
    try {
      return JSON.parse(readFileSync(join(directory, 'db.json'), 'utf8'));
    } catch {
      return { writes: 0, users: {} };
    }
  }

  private change(instance: Instance, change: Partial<Database>): void {
    writeFileSync(join(instance.directory, 'db.json'), JSON.stringify({ ...this.database(instance), ...change }));
  }

  private mongod({ pod, args, socket, reply }: Call): void {
    const option = (name: string) => args[args.indexOf(`--${name}`) + 1];
    if (!statSync(option('keyFile')).mode.toString(8).endsWith('00')) { return reply(1, 'permissions on the key are too open'); }
    const listener = createServer(client => this.converse(instance, client));
    const key = readFileSync(option('keyFile'), 'utf8');
    const instance: Instance = { pod, directory: option('dbpath'), set: option('replSet'), key, socket, listener, loaded: false, state: 'REMOVED' };
    const end = () => {
      listener.close();
      if (this.instances.get(pod) === instance) { this.instances.delete(pod); }
    };
    listener.listen(0, '127.0.0.1', () => this.instances.set(pod, instance));
    setTimeout(() => { instance.loaded = true; }, 60);
    socket.on('data', data => { if (String(data) === 'T') { end(); reply(0); } });
    socket.on('end', end);
  }

  // The port at which a pod reaches the server of a host; none listens at 1.
  private port({ pod, args: [host], reply }: Call): void {
    const target = host === '127.0.0.1' ? pod : this.stage.reach(pod, host);
    const listener = target && this.instances.get(target)?.listener;
    reply(0, String(listener ? (listener.address() as AddressInfo).port : 1));
  }

  // MongoDB's protocol: one message, one answer.
  private converse(instance: Instance, client: Socket): void {
    client.on('error', () => { /* gone */ });
    client.on('data', message => {
      const question = deserialize(message.subarray(21));
      if (message.readInt32LE(0) !== message.length || message.readInt32LE(12) !== 2013 || question.hello !== 1 || question.$db !== 'admin') {
        this.unknown.push(message.toString('hex'));
      }
      client.write(answerTo(message, this.hello(instance)));
    });
  }

  private hello(instance: Instance): object {
    const { config } = this.database(instance);
    const limits = { maxBsonObjectSize: 16777216, localTime: new Date(), maxWireVersion: 25, readOnly: false, ok: 1 };
    if (!instance.loaded || !config || instance.state === 'REMOVED') {
      return { topologyVersion: { counter: 0 }, isWritablePrimary: false, secondary: false, info: 'Does not have a valid replica set config', isreplicaset: true, ...limits };
    }
    const primary = this.peers(instance, config).find(({ state }) => state === 'PRIMARY');
    const hosts = (electable: boolean) => config.members.filter(({ priority = 1 }) => priority > 0 === electable).map(({ host }) => host);
    const hostOf = (pod: string) => config.members.find(({ host }) => podOf(host) === pod)?.host;
    return {
      topologyVersion: { counter: 1 },
      hosts: hosts(true),
      ...hosts(false).length > 0 && { passives: hosts(false) },
      setName: instance.set,
      setVersion: config.version,
      isWritablePrimary: instance.state === 'PRIMARY',
      secondary: instance.state === 'SECONDARY',
      ...primary && { primary: hostOf(primary.pod) },
      me: hostOf(instance.pod),
      ...limits,
    };
  }

  /** Servers of the members of a set that a server reaches, itself among them. */
  private peers(instance: Instance, { members }: Config): Instance[] {
    const pods = members.map(({ host }) => podOf(host));
    return [...this.instances.values()].filter(other => pods.includes(other.pod) && other.key === instance.key &&
      (other === instance || !this.stage.isCut(instance.pod) && !this.stage.isCut(other.pod)));
  }

  // Heartbeats: newer configurations spread, empty members copy the data, a majority has a primary.
  private beat(): void {
    const loaded = [...this.instances.values()].filter(instance => instance.loaded && this.stage.running.has(instance.pod));
    loaded.forEach(instance => {
      const { config } = this.database(instance);
      if (!config) { return; }
      // One that was taken from the set sends no heartbeats.
      if (instance.state !== 'REMOVED') { this.spread(instance, config); }
      this.follow(instance, config);
    });
    loaded.forEach(instance => this.vote(instance));
  }

  private spread(instance: Instance, config: Config): void {
    const isBehind = (peer: Instance) => (this.database(peer).config?.version ?? 0) < config.version;
    this.peers(instance, config).filter(peer => peer.loaded && isBehind(peer)).forEach(peer => this.change(peer, { config }));
  }

  private follow(instance: Instance, config: Config): void {
    if (!config.members.some(({ host }) => podOf(host) === instance.pod)) {
      instance.state = 'REMOVED';
    } else if (instance.state === 'REMOVED') {
      const isEmpty = this.database(instance).writes === 0;
      instance.state = isEmpty ? 'STARTUP2' : 'SECONDARY';
      if (isEmpty) { setTimeout(() => this.copy(instance), 300); }
    } else if (instance.state === 'SECONDARY') {
      const primary = this.peers(instance, config).find(({ state }) => state === 'PRIMARY');
      if (primary) { this.change(instance, { writes: this.database(primary).writes, users: this.database(primary).users }); }
    }
  }

  private copy(instance: Instance): void {
    if (this.instances.get(instance.pod) !== instance) { return; }
    const { config } = this.database(instance);
    const primary = config && this.peers(instance, config).find(({ state }) => state === 'PRIMARY');
    if (!primary) { setTimeout(() => this.copy(instance), 100); return; }
    const { writes, users } = this.database(primary);
    this.change(instance, { writes, users });
    instance.state = 'SECONDARY';
  }

  private vote(instance: Instance): void {
    const { config } = this.database(instance);
    if (!config || instance.state === 'REMOVED') { return; }
    const voters = config.members.filter(isVoter).map(({ host }) => podOf(host));
    const present = this.peers(instance, config).filter(({ pod, loaded, state }) => loaded && state !== 'REMOVED' && voters.includes(pod));
    if (present.length * 2 <= voters.length) {
      if (instance.state === 'PRIMARY') { instance.state = 'SECONDARY'; }
    } else if (instance.state === 'SECONDARY' && !present.some(({ state }) => state === 'PRIMARY')) {
      const furthest = present.filter(({ state }) => state === 'SECONDARY').sort((a, b) => this.database(b).writes - this.database(a).writes || a.pod.localeCompare(b.pod))[0];
      furthest.state = 'PRIMARY';
    }
  }

  private command(call: Call): void {
    const { uri, command } = JSON.parse(call.args[0]);
    const { hostname, username, password } = new URL(uri);
    const instance = this.instances.get((hostname === '127.0.0.1' ? call.pod : this.stage.reach(call.pod, hostname)) ?? '');
    if (!instance) { return call.reply(0, JSON.stringify({ ok: 0, errmsg: `connect ECONNREFUSED ${hostname}` })); }
    const { users } = this.database(instance);
    const isRoot = username === 'root' && users.root !== undefined && users.root === decodeURIComponent(password);
    const isFirst = hostname === '127.0.0.1' && Object.keys(users).length === 0;
    const reply = username && !isRoot ? this.refuse(18, 'AuthenticationFailed') : this.run(instance, command, isRoot, isFirst);
    call.reply(0, JSON.stringify(reply));
  }

  private refuse(code: number, codeName: string): object {
    this.refusals.push(codeName);
    return { ok: 0, errmsg: codeName, code, codeName };
  }

  private run(instance: Instance, command: any, isRoot: boolean, isFirst: boolean): object {
    const [name] = Object.keys(command);
    if (!isRoot && !(isFirst && (name === 'replSetInitiate' || name === 'createUser'))) { return this.refuse(13, 'Unauthorized'); }
    const { config, users } = this.database(instance);
    switch (name) {
      case 'replSetInitiate':
        return this.initiate(instance, { version: 1, ...command.replSetInitiate });
      case 'createUser':
        if (instance.state !== 'PRIMARY') { return this.refuse(10107, 'NotWritablePrimary'); }
        if (users[command.createUser] !== undefined) { return this.refuse(51003, 'Location51003'); }
        this.change(instance, { users: { ...users, [command.createUser]: command.pwd } });
        return this.roles.set(command.createUser, command.roles) && { ok: 1 };
      case 'replSetGetConfig':
        return { ok: 1, config };
      case 'replSetReconfig':
        return this.reconfigure(instance, config!, command.replSetReconfig);
      default:
        this.unknown.push(name);
        return this.refuse(59, 'CommandNotFound');
    }
  }

  // All members must answer, and all but the one that is asked must be empty.
  private initiate(instance: Instance, config: Config): object {
    const own = this.database(instance);
    if (own.config) { return this.refuse(23, 'AlreadyInitialized'); }
    const peers = this.peers(instance, config);
    if (config._id !== instance.set || !peers.includes(instance)) { return this.refuse(93, 'InvalidReplicaSetConfig'); }
    if (peers.length !== config.members.length) { return this.refuse(74, 'NodeNotFound'); }
    if (peers.some(peer => peer !== instance && (this.database(peer).writes > 0 || this.database(peer).config))) { return this.refuse(82, 'CannotInitializeNodeWithData'); }
    this.begun.push(instance.pod);
    this.change(instance, { config, writes: 1 });
    return { ok: 1 };
  }

  private reconfigure(instance: Instance, old: Config, config: Config): object {
    const votersOf = ({ members }: Config) => members.filter(isVoter).map(({ host }) => host);
    const [before, after] = [votersOf(old), votersOf(config)];
    const changed = [...before.filter(host => !after.includes(host)), ...after.filter(host => !before.includes(host))];
    if (instance.state !== 'PRIMARY') { return this.refuse(10107, 'NotWritablePrimary'); }
    if (config.version <= old.version || changed.length > 1 || after.length > 7) { return this.refuse(103, 'NewReplicaSetConfigurationIncompatible'); }
    this.change(instance, { config });
    return { ok: 1 };
  }
}
