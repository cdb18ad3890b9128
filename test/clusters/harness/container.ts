import { ChildProcess, spawn } from 'child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { may, Outcome, run } from './command';
import { imageMounts, imageShim } from './images';

/** A directory or file of the machine at a path of the container. */
export interface Mount {
  readonly source: string;
  readonly destination: string;
  readonly readOnly: boolean;
}

/** What a pod tells its containers. */
export interface Sandbox {
  readonly id: string;
  readonly directory: string;
  readonly hostname: string;
  readonly address: string;
  readonly networkNamespace: string;
  readonly resolvConf: string;
  readonly runcRoot: string;
}

export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly mounts: readonly Mount[];
  readonly user: number;
  readonly group: number;
  readonly groups: readonly number[];
  readonly readOnlyRoot: boolean;
}

/**
 * One container, run by runc with namespaces of its own, a root file system
 * that holds only what its image's stand-in has, and no capability at all.
 */
export class Container {
  public readonly logFile: string;
  private readonly id: string;
  private readonly bundle: string;
  private process?: ChildProcess;
  private ended: Promise<number> = Promise.resolve(0);

  constructor(private readonly sandbox: Sandbox, private readonly spec: ContainerSpec) {
    this.id = `${sandbox.id}-${spec.name}`;
    this.bundle = join(sandbox.directory, `container-${spec.name}`);
    this.logFile = join(sandbox.directory, `${spec.name}.log`);
  }

  public get running(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Starts the container anew; `exited` then tells its exit code. */
  public start(): void {
    may('runc', '--root', this.sandbox.runcRoot, 'delete', '-f', this.id);
    rmSync(this.bundle, { recursive: true, force: true });
    this.writeBundle();
    const log = createWriteStream(this.logFile, { flags: 'a' });
    const child = spawn('runc', ['--root', this.sandbox.runcRoot, 'run', '--bundle', this.bundle, this.id], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout!.pipe(log, { end: false });
    child.stderr!.pipe(log, { end: false });
    this.process = child;
    this.ended = new Promise(resolve => child.on('close', code => log.end(() => resolve(code ?? 137))));
  }

  public exited(): Promise<number> {
    return this.ended;
  }

  public exec(argv: readonly string[], timeoutMs: number): Promise<Outcome> {
    return run(['runc', '--root', this.sandbox.runcRoot, 'exec', this.id, ...argv], timeoutMs);
  }

  public async signal(name: 'TERM' | 'KILL'): Promise<void> {
    if (this.running) { await run(['runc', '--root', this.sandbox.runcRoot, 'kill', this.id, name]); }
  }

  /** Stops every process of the container where it is, as when its node hangs. */
  public async freeze(): Promise<void> {
    await this.control('pause');
  }

  /** Lets the processes go on. */
  public async thaw(): Promise<void> {
    await this.control('resume');
  }

  /** How often a text occurs in what the container printed. */
  public printed(text: string): number {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').split(text).length - 1 : 0;
  }

  /** The end of what the container printed. */
  public tail(lines = 40): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').split('\n').slice(-lines).join('\n') : '';
  }

  private async control(command: 'pause' | 'resume'): Promise<void> {
    const { code, stderr } = await run(['runc', '--root', this.sandbox.runcRoot, command, this.id]);
    if (code !== 0) { throw new Error(`runc ${command} ${this.id}: ${stderr}`); }
  }

  private writeBundle(): void {
    const root = join(this.bundle, 'rootfs');
    const shim = imageShim(this.spec.image);
    for (const directory of ['usr', 'proc', 'dev', 'etc', 'tmp', 'run', 'var', 'image/bin']) { mkdirSync(join(root, directory), { recursive: true }); }
    for (const link of ['bin', 'sbin', 'lib', 'lib64']) { symlinkSync(`usr/${link}`, join(root, link)); }
    for (const [name, target] of Object.entries(shim.aliases ?? {})) { symlinkSync(target, join(root, 'image/bin', name)); }
    for (const [destination, source] of Object.entries(shim.folders ?? {})) { cpSync(source, join(root, destination), { recursive: true }); }
    this.writeEtc(join(root, 'etc'));
    for (const mount of this.spec.mounts) { mountPoint(root, mount); }
    for (const { destination } of imageMounts(shim)) { mkdirSync(join(root, destination), { recursive: true }); }
    writeFileSync(join(this.bundle, 'config.json'), JSON.stringify(this.config()));
  }

  private writeEtc(etc: string): void {
    const { user, group } = this.spec;
    writeFileSync(join(etc, 'passwd'), `root:x:0:0:root:/root:/bin/sh\napp:x:${user}:${group}:app:/:/bin/sh\n`);
    writeFileSync(join(etc, 'group'), `root:x:0:\napp:x:${group}:\n`);
    writeFileSync(join(etc, 'nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
    writeFileSync(join(etc, 'hosts'), `127.0.0.1 localhost\n${this.sandbox.address} ${this.sandbox.hostname}\n`);
    writeFileSync(join(etc, 'resolv.conf'), this.sandbox.resolvConf);
  }

  private config(): object {
    const shim = imageShim(this.spec.image);
    const { argv, env, mounts, user, group, groups, readOnlyRoot } = this.spec;
    const bind = (mount: Mount) => ({
      destination: mount.destination, type: 'bind', source: mount.source, options: ['rbind', mount.readOnly ? 'ro' : 'rw'],
    });
    return {
      ociVersion: '1.0.2',
      hostname: this.sandbox.hostname,
      root: { path: 'rootfs', readonly: readOnlyRoot },
      process: {
        terminal: false,
        user: { uid: user, gid: group, additionalGids: groups },
        args: argv,
        env: ['PATH=/image/bin:/usr/local/bin:/usr/sbin:/usr/bin', `HOSTNAME=${this.sandbox.hostname}`, 'HOME=/', ...env],
        cwd: '/',
        noNewPrivileges: true,
        capabilities: { bounding: [], effective: [], permitted: [], inheritable: [], ambient: [] },
      },
      mounts: [
        { destination: '/proc', type: 'proc', source: 'proc' },
        { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
        { destination: '/dev/shm', type: 'tmpfs', source: 'shm', options: ['nosuid', 'noexec', 'nodev', 'mode=1777', 'size=65536k'] },
        ...imageMounts(shim).map(mount => bind({ ...mount, readOnly: true })),
        ...mounts.map(bind),
      ],
      linux: {
        namespaces: [
          { type: 'pid' }, { type: 'mount' }, { type: 'ipc' }, { type: 'uts' }, { type: 'network', path: `/var/run/netns/${this.sandbox.networkNamespace}` },
        ],
      },
    };
  }
}

/** runc cannot make a mount point for a file under a read-only directory; so both kinds are made beforehand. */
function mountPoint(root: string, mount: Mount): void {
  const target = join(root, mount.destination);
  if (statSync(mount.source).isDirectory()) {
    mkdirSync(target, { recursive: true });
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, '');
  }
}
