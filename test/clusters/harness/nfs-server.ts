import { ChildProcess, spawn, spawnSync } from 'child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { until } from './command';
import { ganeshaExports } from './ganesha-exports';
import { removeLeftovers, ROOT } from './leftovers';
import { LineHelper } from './line-helper';

const COMMANDS = ['ganesha.nfsd', 'nfs-ls', 'python3', 'unshare', 'nsenter', 'ip'];
const START = 30;

/** Why no NFS server can run here, or nothing if it can. */
export function missingForNfs(): string | undefined {
  if (process.getuid?.() !== 0) { return 'network namespaces and directories of other users need root'; }
  const commands = COMMANDS.filter(command => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
  const folders = spawnSync('sh', ['-c', 'ls /usr/lib/*/ganesha/libfsalvfs.so']).status === 0 ? [] : ['nfs-ganesha-vfs'];
  const missing = [...commands, ...folders];
  if (missing.length > 0) { return `not there: ${missing.join(', ')}; run scripts/install-cluster-servers.sh`; }
  return spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true']).status === 0 ? undefined : 'this machine does not let root make namespaces';
}

/** Who asks: what a request of NFS says of the process that makes it. */
export interface NfsUser {
  readonly user: number;
  readonly group: number;
  /** Its other groups. */
  readonly groups?: readonly number[];
}

/**
 * nfs-ganesha in a network of its own, which has two addresses of the server. A client has the address that it
 * asks, so one comes from the network of the nodes, and one does not. Whatever happens, the server ends with this process.
 */
export class NfsServer {
  /** As the nodes reach it. */
  public static readonly ADDRESS = '192.168.1.21';
  /** Whoever asks here comes from another network. */
  public static readonly ELSEWHERE = '127.0.0.1';
  /** Where the folders are that it exports. */
  public readonly folder = join(ROOT, `${process.pid}`, 'nfs');
  private readonly log = join(this.folder, 'log');
  private server?: ChildProcess;
  private client?: LineHelper;

  constructor() {
    removeLeftovers();
    mkdirSync(join(this.folder, 'state'), { recursive: true });
  }

  /** Serves what lines of `/etc/exports` say. */
  public async start(exportsLines: readonly string[]): Promise<void> {
    const configuration = join(this.folder, 'ganesha.conf');
    writeFileSync(configuration, `NFS_CORE_PARAM { Protocols = 4; Enable_NLM = false; Enable_RQUOTA = false; }
NFSv4 { Graceless = true; RecoveryBackend = fs; RecoveryRoot = ${join(this.folder, 'state')}; Only_Numeric_Owners = true; }
${ganeshaExports(exportsLines)}
`);
    // The first process of its namespace: when it ends, the kernel ends the server. It sees no rpcbind and no D-Bus of the machine.
    this.server = spawn('unshare', ['--net', '--mount', '--pid', '--fork', 'sh', '-c', `
      ip link set lo up && ip addr add ${NfsServer.ADDRESS}/24 dev lo && mount -t tmpfs tmpfs /run && mkdir /run/ganesha || exit
      ganesha.nfsd -F -f ${configuration} -L ${this.log} -p /run/ganesha/pid &
      read -r _`], { stdio: ['pipe', 'ignore', 'ignore'] });
    await until('the NFS server is there', START, () => this.logged().includes('NFS SERVER INITIALIZED'), () => this.logged());
    this.client = new LineHelper(['nsenter', '--target', `${this.server.pid}`, '--net', 'python3', join(__dirname, '../nfs-client.py')]);
  }

  /** The export at a path, for a user; `host` is the address of the server that it asks. */
  public mounted(path: string, { user, group, groups = [] }: NfsUser, host = NfsServer.ADDRESS): NfsMount {
    return new NfsMount(async (operation, args) => {
      const answer = await this.client!.ask({ host, export: path, user, group, groups, operation, arguments: args });
      if (!answer || answer.error) { throw new Error(answer?.error ?? 'the client ended'); }
      return answer.value;
    });
  }

  public async stop(): Promise<void> {
    this.client?.stop();
    const { server } = this;
    if (server && server.exitCode === null) {
      const ended = new Promise(resolve => server.once('exit', resolve));
      server.stdin!.end();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private logged(): string {
    try { return readFileSync(this.log, 'utf8'); } catch { return ''; }
  }
}

/** Owner and permissions of a file. */
export interface NfsOwner {
  readonly user: number;
  readonly group: number;
  readonly mode: string;
}

/** What a user can ask of an export. What the server refuses is thrown, with the name of the error. */
export class NfsMount {
  constructor(private readonly ask: (operation: string, args: readonly unknown[]) => Promise<any>) {}

  public read(path: string): Promise<string> { return this.ask('read', [path]); }
  public write(path: string, text: string, mode = '0644'): Promise<void> { return this.ask('write', [path, text, mode]); }
  public list(path: string): Promise<string[]> { return this.ask('list', [path]); }
  public stat(path: string): Promise<NfsOwner> { return this.ask('stat', [path]); }
  public mkdir(path: string, mode = '0755'): Promise<void> { return this.ask('mkdir', [path, mode]); }
  public chmod(path: string, mode: string): Promise<void> { return this.ask('chmod', [path, mode]); }
  public chown(path: string, user: number, group: number): Promise<void> { return this.ask('chown', [path, user, group]); }
  public rename(path: string, to: string): Promise<void> { return this.ask('rename', [path, to]); }
  public removeAll(path: string): Promise<void> { return this.ask('remove_all', [path]); }
}
