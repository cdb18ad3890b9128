import { randomUUID } from 'crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createServer, Server } from 'net';
import { join } from 'path';
import { Call, Stage } from './stage';
import { Manifest } from '../../../../src/kubernetes/manifest';

/** What is in a data directory. */
interface Local { hostId: string; bootstrapped: boolean; decommissioned: boolean; keys: string[] }

/** A member as a ring knows it. */
interface Entry { readonly hostId: string; address: string; pod: string; up: boolean; state: 'N' | 'J' }

interface Role { readonly password: string; readonly login: boolean; readonly superuser: boolean }
interface Ring { readonly entries: Entry[]; readonly roles: Map<string, Role>; authReplicas: number }

/** A running server; gone when its process is killed. */
interface Instance { readonly pod: string; readonly hostId: string; readonly ring: Ring; readonly listeners: Server[]; readonly local: boolean }

/** The lines of the image's cassandra.yaml that the scripts change. */
const YAML = `cluster_name: 'Test Cluster'
# - AllowAllAuthenticator performs no checks
authenticator:
  class_name: AllowAllAuthenticator
authorizer:
  class_name: AllowAllAuthorizer
network_authorizer:
  class_name: AllowAllNetworkAuthorizer
server_encryption_options:
  internode_encryption: none
  keystore: conf/.keystore
#  outbound_keystore: conf/.keystore
  require_client_auth: false
# enable or disable client-to-server encryption.
client_encryption_options:
  enabled: false
  keystore: conf/.keystore
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters:
      - seeds: "127.0.0.1:7000"
`;

/** What the image's entry point hands to the server. */
const ENTRYPOINT = `#!/bin/bash
[ -w "$CASSANDRA_CONF/cassandra.yaml" ] || exit 1
exec cassandra-stand-in "$CASSANDRA_SEEDS" "\${JVM_EXTRA_OPTS-}" "\${CASSANDRA_RPC_ADDRESS-0.0.0.0}" "$CASSANDRA_LISTEN_ADDRESS" "$(grep -c 'PasswordAuthenticator$' "$CASSANDRA_CONF/cassandra.yaml")" "$CASSANDRA_CLUSTER_NAME"
`;

/** How long a member takes to be sent its data. */
const BOOTSTRAP_MS = 400;

/**
 * Stands in for Cassandra's server, nodetool and cqlsh as its documentation
 * describes them: seeds do not bootstrap, one member joins at a time and none
 * while another is down, a dead member is replaced by address, clients are
 * answered once a member has joined. Data directories are files.
 */
export class CassandraServers {
  public readonly stage: Stage;
  public readonly rings: Ring[] = [];
  /** Every time that a ring was begun, a member bootstrapped, or one was replaced. */
  public readonly events: string[] = [];
  /** Why servers refused to start. */
  public readonly refused: string[] = [];
  /** A loaded server does what cqlsh asked, and cqlsh fails with a warning. */
  public schemaWarning = false;
  /** `nodetool status` of all members gives nothing. */
  public isBusy = false;
  /** Called when the accounts are kept by more members than one. */
  public afterReplication?: (pod: string) => void;
  private readonly instances = new Map<string, Instance>();
  private readonly answering = new Set<string>();

  constructor(manifests: Manifest[], private readonly tls: Readonly<Record<string, string>> = {}, password = 'correcthorse') {
    this.stage = new Stage(manifests, { password }, {
      nodetool: call => this.nodetool(call),
      cqlsh: call => this.cqlsh(call),
      python3: call => { this.python(call).catch(() => call.reply(1)); },
    }, { 'cassandra-stand-in': call => this.server(call) });
  }

  public async open(): Promise<void> {
    await this.stage.open();
    const entrypoint = join(this.stage.directory, 'bin/docker-entrypoint.sh');
    writeFileSync(entrypoint, ENTRYPOINT);
    chmodSync(entrypoint, 0o755);
  }

  public close(): void {
    this.instances.forEach(instance => instance.listeners.forEach(listener => listener.close()));
    this.stage.close();
  }

  public start(...ordinals: number[]): void {
    for (const ordinal of ordinals) {
      const directory = this.stage.path(this.stage.pod(ordinal), 'etc/cassandra');
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'cassandra.yaml'), YAML);
      mkdirSync(this.stage.path(this.stage.pod(ordinal), 'tls'), { recursive: true });
      for (const [file, text] of Object.entries(this.tls)) { writeFileSync(this.stage.path(this.stage.pod(ordinal), `tls/${file}`), text); }
    }
    this.stage.start(...ordinals);
  }

  public kill(pod: string): void {
    this.answering.delete(pod);
    this.stage.kill(pod);
    this.down(pod);
  }

  public wipe(pod: string): void {
    rmSync(this.stage.path(pod, 'var/lib/cassandra'), { recursive: true, force: true });
  }

  /** Members whose servers have joined and run, of the only ring. */
  public get serving(): string[] {
    return [...this.instances.values()].filter(({ hostId, ring, local }) => !local && ring.entries.some(entry => entry.hostId === hostId && entry.state === 'N'))
      .map(({ pod }) => pod).sort();
  }

  public entryOf(pod: string): Entry | undefined {
    return this.rings.flatMap(({ entries }) => entries).find(entry => entry.pod === pod);
  }

  /** A write of a client: all members that are up take it. */
  public write(key: string): void {
    for (const pod of this.serving) { this.change(pod, local => { local.keys.push(key); }); }
  }

  public keys(pod: string): string[] {
    return this.local(pod)?.keys ?? [];
  }

  private server(call: Call): void {
    const [seeds, options, rpc, address, passwords, name] = call.args;
    const { pod } = call;
    const refuse = (reason: string) => { this.refused.push(`${pod}: ${reason}`); call.reply(3); };
    if (passwords !== '1' || name !== 'ring') { return refuse('no passwords, or no name'); }
    const seedPods = seeds.split(',').map(host => this.stage.reach(pod, host)).filter(Boolean) as string[];
    if (seedPods.length === 0) { return refuse('The seed provider lists no seeds.'); }
    const local = this.local(pod);
    if (local?.decommissioned) { return refuse('This node was decommissioned and will not rejoin the ring'); }
    const others = seedPods.filter(seed => seed !== pod && this.instances.has(seed));
    const remembered = this.rings.find(({ entries }) => entries.some(({ hostId }) => hostId === local?.hostId));
    const known = this.instances.get(others[0])?.ring ?? remembered;
    const replaced = /replace_address_first_boot=(\S+)/.exec(options)?.[1];
    if (local?.bootstrapped) { return this.rejoin(call, local, known!, address, rpc); }
    if (seedPods.includes(pod)) { return this.begin(call, known, address, rpc); }
    if (!known) { return refuse('Unable to gossip with any peers'); }
    return this.join(call, known, address, replaced, refuse);
  }

  private begin(call: Call, known: Ring | undefined, address: string, rpc: string): void {
    if (known) { this.events.push(`${call.pod} joins as a seed, without data`); }
    const ring: Ring = known ?? { entries: [], roles: new Map([['cassandra', { password: 'cassandra', login: true, superuser: true }]]), authReplicas: 1 };
    if (!known) { this.rings.push(ring); this.events.push(`${call.pod} begins`); }
    const hostId = randomUUID();
    ring.entries.push({ hostId, address, pod: call.pod, up: true, state: 'N' });
    this.save(call.pod, { hostId, bootstrapped: true, decommissioned: false, keys: [] });
    this.run(call, hostId, ring, address, rpc);
  }

  private rejoin(call: Call, local: Local, ring: Ring, address: string, rpc: string): void {
    const entry = ring.entries.find(({ hostId }) => hostId === local.hostId)!;
    Object.assign(entry, { address, up: true });
    this.run(call, local.hostId, ring, address, rpc);
  }

  private join(call: Call, ring: Ring, address: string, replaced: string | undefined, refuse: (reason: string) => void): void {
    const { pod } = call;
    const target = ring.entries.find(entry => entry.address === replaced);
    const own = this.local(pod)?.hostId;
    if (ring.entries.some(({ state, hostId }) => state === 'J' && hostId !== own)) { return refuse('Other bootstrapping nodes detected'); }
    if (replaced && (!target || target.up)) { return refuse(`Cannot replace ${replaced}`); }
    if (!replaced && ring.entries.some(({ up }) => !up)) { return refuse('A node required to move the data consistently is down'); }
    const hostId = own ?? randomUUID();
    this.save(pod, { hostId, bootstrapped: false, decommissioned: false, keys: [] });
    const entry: Entry = { hostId, address, pod, up: true, state: 'J' };
    if (!replaced) { ring.entries.push(entry); }
    const instance = this.run(call, hostId, ring, address, undefined);
    setTimeout(() => {
      if (this.instances.get(pod) !== instance) { return; }
      if (target) { ring.entries.splice(ring.entries.indexOf(target), 1, entry); }
      entry.state = 'N';
      this.events.push(replaced ? `${pod} replaces ${target!.pod}` : `${pod} bootstraps`);
      const keys = [...new Set(ring.entries.flatMap(one => one === entry ? [] : this.keys(one.pod)))];
      this.save(pod, { hostId, bootstrapped: true, decommissioned: false, keys });
      instance.listeners.push(listen(address, 9042));
    }, BOOTSTRAP_MS);
  }

  /** The server runs until its process ends; clients are answered at an address, if it is given. */
  private run(call: Call, hostId: string, ring: Ring, address: string, rpc: string | undefined): Instance {
    const { pod, socket } = call;
    const listeners = [listen(address, 7000), ...rpc === '0.0.0.0' ? [listen(address, 9042)] : []];
    const instance: Instance = { pod, hostId, ring, listeners, local: rpc === '127.0.0.1' };
    this.instances.set(pod, instance);
    socket.on('data', () => { this.down(pod); call.reply(143); });
    socket.on('close', () => { if (this.instances.get(pod) === instance) { this.down(pod); } });
    return instance;
  }

  private down(pod: string): void {
    const instance = this.instances.get(pod);
    if (!instance) { return; }
    this.instances.delete(pod);
    instance.listeners.forEach(listener => listener.close());
    const entry = instance.ring.entries.find(({ hostId }) => hostId === instance.hostId);
    if (entry) { entry.up = false; }
    if (entry?.state === 'J') { instance.ring.entries.splice(instance.ring.entries.indexOf(entry), 1); }
  }

  private nodetool({ pod, args: [command], reply }: Call): void {
    const instance = this.instances.get(pod);
    if (!instance) { return reply(1, "nodetool: Failed to connect to '127.0.0.1:7199'"); }
    const { entries } = instance.ring;
    switch (command) {
      case 'info': return reply(0, `ID                     : ${instance.hostId}\nGossip active          : true\n`);
      case 'status': return this.isBusy ? reply(1) : reply(0, [
        'Datacenter: dc1', '===============', 'Status=Up/Down', '|/ State=Normal/Leaving/Joining/Moving',
        '--  Address    Load        Tokens  Owns (effective)  Host ID                               Rack',
        ...entries.map(({ up, state, address, hostId }, index) => `${up ? 'U' : 'D'}${state}  ${address}  ${index % 2 ? '?' : '114.5 KiB'}  16      100.0%            ${hostId}  rack1`), '',
      ].join('\n'));
      case 'describecluster': {
        const { authReplicas } = instance.ring;
        return reply(0, `Keyspaces:\n\tsystem_auth -> Replication class: ${authReplicas > 1 ? `NetworkTopologyStrategy {dc1=${authReplicas}}` : 'SimpleStrategy {replication_factor=1}'}\n`);
      }
      case 'decommission':
        if (entries.length <= 3) { return reply(2, 'Not enough live nodes to maintain replication factor'); }
        entries.splice(entries.findIndex(({ hostId }) => hostId === instance.hostId), 1);
        this.change(pod, local => { local.decommissioned = true; });
        return reply(0);
      default: return reply(0);
    }
  }

  private cqlsh({ pod, args, input, reply }: Call): void {
    const instance = this.instances.get(pod);
    const role = args[args.indexOf('-u') + 1];
    const file = args.find(arg => arg.startsWith('--credentials='))?.slice('--credentials='.length);
    const password = file ? /^password = (.*)$/m.exec(readFileSync(file, 'utf8'))![1] : args[args.indexOf('-p') + 1];
    const roles = instance?.ring.roles;
    const enough = instance && instance.ring.entries.filter(({ up }) => up).length > instance.ring.authReplicas / 2;
    if (!roles?.get(role)?.login || roles.get(role)!.password !== password || !enough) { return reply(1, 'Bad credentials'); }
    const [, action, name, given] = /(CREATE|ALTER) ROLE (?:IF NOT EXISTS )?(\w+) WITH PASSWORD = '(.*?)' AND/.exec(input) ?? [];
    if (action) { roles.set(name, { password: given, login: input.includes('LOGIN = true'), superuser: input.includes('SUPERUSER = true') }); }
    const replicas = /ALTER KEYSPACE system_auth .*'dc1': (\d)/.exec(input)?.[1];
    if (replicas) {
      instance!.ring.authReplicas = Number(replicas);
      this.afterReplication?.(pod);
      if (this.schemaWarning) { return reply(2, '<stdin>:2:Warning: schema version mismatch detected; check the schema versions of your nodes in system.local and system.peers.'); }
    }
    reply(0);
  }

  /** The two Python programs by which members ask one another. */
  private async python({ pod, args: [program, host, question], reply }: Call): Promise<void> {
    if (program.endsWith('cassandra-answers.py')) { this.answering.add(pod); return; }
    const target = this.stage.reach(pod, host);
    if (!target || !this.answering.has(target)) { return reply(1); }
    reply(0, await this.stage.output(target, ['bash', '/scripts/cassandra-answer.sh', question]));
  }

  private file(pod: string): string {
    return this.stage.path(pod, 'var/lib/cassandra/data/system/local');
  }

  private local(pod: string): Local | undefined {
    return existsSync(this.file(pod)) ? JSON.parse(readFileSync(this.file(pod), 'utf8')) : undefined;
  }

  private save(pod: string, local: Local): void {
    mkdirSync(this.stage.path(pod, 'var/lib/cassandra/data/system'), { recursive: true });
    writeFileSync(this.file(pod), JSON.stringify(local));
  }

  private change(pod: string, edit: (local: Local) => void): void {
    const local = this.local(pod)!;
    edit(local);
    this.save(pod, local);
  }
}

/** A port that answers as Cassandra answers a client that asks for options. */
function listen(address: string, port: number): Server {
  const server = createServer(socket => {
    socket.on('error', () => { /* the client has gone */ });
    socket.on('data', data => { if (data[0] === 4 && data[4] === 5) { socket.write(Buffer.from([0x84, 0, 0, 0, 6, 0, 0, 0, 0])); } });
  });
  server.on('error', () => { /* the last server has not let go of it yet */ });
  return server.listen(port, address);
}
