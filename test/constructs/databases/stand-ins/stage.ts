import { ChildProcess, spawn, spawnSync } from 'child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { AddressInfo, createServer, Server, Socket } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Manifest } from '../../../../src/kubernetes/manifest';

/** One call of a command in a pod, to be answered as the real command would. */
export interface Call {
  readonly pod: string;
  readonly args: string[];
  readonly input: string;
  readonly password: string;
  /** Process that the command calls its supervisor, if any. */
  readonly supervisor: string;
  readonly socket: Socket;
  reply(code: number, output?: string): void;
}

export type Command = (call: Call) => void;

/** A client passes on what it was called with, and its input; a server also that it was told to stop. */
const CLIENT = `#!/bin/bash
exec 3<>"/dev/tcp/127.0.0.1/$STAGE_PORT" || exit 1
{ printf '%s\\0' "\${0##*/}" "$STAGE_POD" "\${MYSQL_PWD-}" "" "$#" "$@"; if [ ! -t 0 ]; then cat; fi; printf '\\0\\4'; } >&3
IFS= read -r code <&3 || exit 1
cat <&3
exit "$code"
`;
const SERVER = `#!${process.execPath}
const socket = require('net').connect(Number(process.env.STAGE_PORT), '127.0.0.1');
const args = process.argv.slice(2);
const supervisor = process.env.MYSQLD_PARENT_PID === String(process.ppid) ? 'yes' : '';
socket.write([require('path').basename(process.argv[1]), process.env.STAGE_POD, '', supervisor, args.length, ...args, '', '\\x04'].join('\\0'));
process.on('SIGTERM', () => socket.write('T'));
let answer = '';
socket.on('data', data => { answer += data; });
socket.on('end', () => { const [code, ...output] = answer.split('\\n'); process.stdout.write(output.join('\\n')); process.exit(code === '' ? 1 : Number(code)); });
`;

/**
 * Runs the pods of a StatefulSet as the manifests say, with the real scripts,
 * and answers the commands that they call. Time passes ten times as fast.
 */
export class Stage {
  public readonly directory = mkdtempSync(join(tmpdir(), 'stage-'));
  public readonly running = new Map<string, ChildProcess>();
  public readonly log: string[] = [];
  private container: any;
  private files!: { readonly [key: string]: string };
  private set!: Manifest;
  private readonly cut = new Set<string>();
  private server!: Server;

  constructor(manifests: Manifest[], private readonly secrets: Readonly<Record<string, string>>,
    private readonly clients: Readonly<Record<string, Command>>, private readonly servers: Readonly<Record<string, Command>>,
    private readonly programs: Readonly<Record<string, string>> = {}) {
    this.apply(manifests);
  }

  /** Other manifests for the pods that start from now on. */
  public apply(manifests: Manifest[]): void {
    this.set = manifests.find(({ kind }) => kind === 'StatefulSet')!;
    this.container = this.set.spec.template.spec.containers[0];
    this.files = Object.assign({}, ...manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data));
  }

  public async open(): Promise<void> {
    const bin = join(this.directory, 'bin');
    mkdirSync(bin);
    const install = (name: string, text: string) => { writeFileSync(join(bin, name), text); chmodSync(join(bin, name), 0o755); };
    ['getent', ...Object.keys(this.clients)].forEach(name => install(name, CLIENT));
    Object.keys(this.servers).forEach(name => install(name, SERVER));
    Object.entries(this.programs).forEach(([name, text]) => install(name, `#!${process.execPath}\n${text}`));
    install('sleep', '#!/bin/sh\nexec /bin/sleep 0.1\n');
    this.server = createServer({ allowHalfOpen: true }, socket => this.listen(socket));
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
  }

  public close(): void {
    [...this.running.keys()].forEach(pod => this.kill(pod));
    this.server.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Names of the pods that the StatefulSet has. */
  public get pods(): string[] {
    return Array.from({ length: this.set.spec.replicas }, (_, ordinal) => this.pod(ordinal));
  }

  public pod(ordinal: number): string {
    return `${this.set.metadata!.name}-${ordinal}`;
  }

  /** A file or directory of a pod, on the machine. */
  public path(pod: string, path: string): string {
    return join(this.directory, pod, path);
  }

  /** The pod that a DNS name leads to, if another may reach it. */
  public reach(from: string, host: string): string | undefined {
    const pod = host.split('.')[0];
    return this.running.has(pod) && (pod === from || !this.cut.has(pod) && !this.cut.has(from)) ? pod : undefined;
  }

  /** Cuts a pod off from the others, or not any more. */
  public isolate(pod: string, isolated = true): void {
    if (isolated) { this.cut.add(pod); } else { this.cut.delete(pod); }
  }

  public isCut(pod: string): boolean {
    return this.cut.has(pod);
  }

  public start(...ordinals: number[]): void {
    ordinals.map(ordinal => this.pod(ordinal)).forEach(pod => {
      ['scripts', 'data', 'tmp', 'run/mysqld', 'var/lib/cassandra', 'etc/cassandra'].forEach(directory => mkdirSync(this.path(pod, directory), { recursive: true }));
      rmSync(this.path(pod, 'tmp'), { recursive: true });
      mkdirSync(this.path(pod, 'tmp'));
      this.container.volumeMounts.filter(({ name }: any) => name === 'files').forEach(({ mountPath, subPath }: any) => {
        writeFileSync(this.path(pod, mountPath), this.translate(pod, this.files[subPath]));
      });
      this.run(pod);
    });
  }

  /** As when the container dies: another one starts in the same pod. */
  public restartContainer(pod: string): void {
    this.kill(pod);
    this.run(pod);
  }

  private run(pod: string): void {
    const child = this.spawn(pod, this.container.command);
    this.running.set(pod, child);
    child.on('exit', () => {
      if (this.running.get(pod) === child) { this.running.delete(pod); }
      // What runs beside the first process of a container ends with it.
      endGroup(child);
    });
  }

  /** As when the node loses power. */
  public kill(pod: string): void {
    const child = this.running.get(pod);
    this.running.delete(pod);
    if (child) { endGroup(child); }
  }

  /** As the kubelet stops a pod: preStop, then SIGTERM. */
  public async stop(pod: string): Promise<void> {
    const child = this.running.get(pod)!;
    const preStop = this.container.lifecycle?.preStop?.exec.command;
    if (preStop) { await this.exec(pod, preStop); }
    const ended = new Promise(resolve => child.on('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  public wipe(pod: string): void {
    rmSync(this.path(pod, 'data'), { recursive: true, force: true });
  }

  /** What a command prints in a pod. */
  public output(pod: string, command: string[]): Promise<string> {
    const child = this.spawn(pod, command);
    const parts: string[] = [];
    child.stdout!.on('data', data => parts.push(String(data)));
    return new Promise(resolve => child.on('close', () => resolve(parts.join(''))));
  }

  /** An address of its own, on this machine. */
  public address(pod: string): string {
    const [a, b] = [Math.floor(process.pid / 250) % 250, process.pid % 250];
    return `127.${a + 1}.${b}.${Number(pod.split('-').pop()) + 1}`;
  }

  /** Exit code of a probe. */
  public async probe(pod: string, probe: 'readinessProbe' | 'livenessProbe' | 'startupProbe'): Promise<number> {
    return this.exec(pod, this.container[probe].exec.command);
  }

  public touch(pod: string, path: string): void {
    writeFileSync(this.path(pod, path), '');
  }

  public has(pod: string, path: string): boolean {
    return existsSync(this.path(pod, path));
  }

  public read(pod: string, path: string): string {
    return readFileSync(this.path(pod, path), 'utf8');
  }

  /** Lines that a pod has written. */
  public linesOf(pod: string): string[] {
    return this.log.filter(line => line.includes(` ${pod}: `));
  }

  /** Lets a pod go on until it has asked the others five times more, and still waits. */
  public async keepsWaiting(pod: string): Promise<void> {
    const rounds = () => this.linesOf(pod).filter(line => line.includes('waiting')).length;
    const enough = rounds() + 5;
    await until(`${pod} asks the others, and waits`, () => rounds() >= enough, () => this.log);
  }

  private exec(pod: string, command: string[]): Promise<number> {
    const child = this.spawn(pod, command);
    return new Promise(resolve => child.on('exit', code => resolve(code ?? 1)));
  }

  private spawn(pod: string, command: string[]): ChildProcess {
    const [program, ...args] = command.map(word => this.translate(pod, word));
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: this.environment(pod) });
    const record = (data: Buffer) => { this.log.push(...String(data).split('\n').filter(Boolean)); };
    child.stdout!.on('data', record);
    child.stderr!.on('data', record);
    return child;
  }

  private environment(pod: string): NodeJS.ProcessEnv {
    const fields: Record<string, string> = { 'metadata.name': pod, 'metadata.namespace': this.set.metadata!.namespace!, 'status.podIP': this.address(pod) };
    const variables = this.container.env.map(({ name, value, valueFrom }: any) =>
      [name, value ?? fields[valueFrom.fieldRef?.fieldPath] ?? this.secrets[valueFrom.secretKeyRef?.key]]);
    return {
      ...Object.fromEntries(variables),
      PATH: `${join(this.directory, 'bin')}:/usr/bin:/bin`,
      STAGE_PORT: String((this.server.address() as AddressInfo).port),
      STAGE_POD: pod,
    };
  }

  /** Each pod has its own root: the directories that a container mounts lie below it. All addresses are ports of this machine. */
  private translate(pod: string, text: string): string {
    const reachable = text.replace(/\/dev\/tcp\/\$0\/\d+/g, '/dev/tcp/127.0.0.1/$(stage-port $0)');
    return reachable.replace(/(?<![\w.}/])\/(scripts|data|tmp|run|tls|keys|var\/lib\/cassandra|etc\/cassandra)(?=[/\s"';]|$)/gm, (_, directory) => this.path(pod, directory));
  }

  private listen(socket: Socket): void {
    let text = '';
    let called = false;
    socket.on('error', () => { /* the process was killed */ });
    socket.on('data', data => {
      if (called) { return; }
      text += String(data);
      if (!text.endsWith('\0\x04')) { return; }
      called = true;
      const [name, pod, password, supervisor, count, ...rest] = text.slice(0, -2).split('\0');
      const args = rest.slice(0, Number(count));
      const reply = (code: number, output = '') => { socket.end(`${code}\n${output}`); };
      const call = { pod, args, input: rest.slice(Number(count)).join('\0'), password, supervisor, socket, reply };
      if (!this.running.has(pod)) { return reply(1); }
      if (name === 'getent') { reply(this.running.has(args[1].split('.')[0]) ? 0 : 2); } else { ({ ...this.clients, ...this.servers })[name](call); }
    });
  }
}

function endGroup(child: ChildProcess): void {
  try { process.kill(-child.pid!, 'SIGKILL'); } catch { /* nothing is left of it */ }
}

/** Waits until something is so. */
export async function until(what: string, isSo: () => boolean, log: () => string[] = () => []): Promise<void> {
  const end = Date.now() + PATIENCE / 2;
  while (!isSo()) {
    if (Date.now() > end) { throw new Error(`it never came true that ${what}\n${log().slice(-30).join('\n')}`); }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** How long a test may take that runs pods, also on a machine that is busy with others. */
export const PATIENCE = 120_000;

export const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;
