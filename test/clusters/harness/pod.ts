import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { run, sleep, until } from './command';
import { Container, ContainerSpec, Mount, Sandbox } from './container';
import { imageShim } from './images';

/** Where a pod's volumes come from. */
export interface VolumeSources {
  /** Directory of a claim, given by its template's name or by its own; it outlives the pod. */
  claim(name: string): string;
  configMap(name: string): { readonly [file: string]: string };
  secret(name: string): { readonly [file: string]: string };
}

/** What a pod runs in. */
export interface PodPlace extends Sandbox {
  readonly namespace: string;
  readonly lanNamespace: string;
}

const RESTART_DELAY_MS = 1000;

/**
 * One pod of a StatefulSet, run as the kubelet does: volumes, init containers
 * in order, containers with their probes, restarts, the preStop hook, then
 * SIGTERM and, after the grace period, SIGKILL.
 */
export class Pod {
  public started = false;
  private readonly containers = new Map<string, Container>();
  private readonly ready = new Map<string, boolean>();
  private stopping = false;

  constructor(public readonly name: string, public readonly spec: any, public readonly place: PodPlace, private readonly sources: VolumeSources) {}

  public get isReady(): boolean {
    return this.started && !this.stopping && this.spec.containers.every((container: any) => this.ready.get(container.name));
  }

  public container(name: string): Container {
    const container = this.containers.get(name);
    if (!container) { throw new Error(`pod ${this.name} has no container ${name} yet`); }
    return container;
  }

  /** Starts the pod; comes back when its init containers are done. */
  public async start(): Promise<void> {
    const directories = this.prepareVolumes();
    for (const spec of this.spec.initContainers ?? []) {
      const container = new Container(this.place, this.containerSpec(spec, directories));
      this.containers.set(spec.name, container);
      await until(`init container ${spec.name} of ${this.name} succeeds`, 60, async () => {
        if (this.stopping) { return true; }
        container.start();
        return await container.exited() === 0;
      }, () => container.tail());
    }
    if (this.stopping) { return; }
    for (const spec of this.spec.containers) {
      const container = new Container(this.place, this.containerSpec(spec, directories));
      this.containers.set(spec.name, container);
      this.keepRunning(spec, container).catch(error => console.error(`${this.name}/${spec.name} cannot run:`, error));
    }
    this.started = true;
  }

  /** Runs the containers of a Job's pod, one after the other, to their end or to the first that fails, and gives the last exit code. */
  public async runToEnd(): Promise<number> {
    const directories = this.prepareVolumes();
    let code = 0;
    for (const spec of [...this.spec.initContainers ?? [], ...this.spec.containers]) {
      const container = new Container(this.place, this.containerSpec(spec, directories));
      this.containers.set(spec.name, container);
      container.start();
      code = await container.exited();
      if (code !== 0) { break; }
    }
    return code;
  }

  /** Stops the pod in good order, as a deletion or a drain does; gives the containers that had to be killed in the end. */
  public async stop(): Promise<string[]> {
    this.stopping = true;
    const deadline = Date.now() + 1000 * (this.spec.terminationGracePeriodSeconds ?? 30);
    const killed: string[] = [];
    await Promise.all(this.spec.containers.map(async (spec: any) => {
      const container = this.containers.get(spec.name);
      if (!container?.running) { return; }
      const hook = spec.lifecycle?.preStop?.exec?.command;
      if (hook) { await container.exec(hook, Math.max(1, deadline - Date.now())); }
      await container.signal('TERM');
      await Promise.race([container.exited(), sleep(Math.max(0, deadline - Date.now()))]);
      if (container.running) {
        killed.push(`${this.name}/${spec.name}`);
        await container.signal('KILL');
      }
      await container.exited();
    }));
    return killed;
  }

  /** Ends every process at once, as when the node loses power. */
  public async crash(): Promise<void> {
    this.stopping = true;
    const running = [...this.containers.values()].filter(container => container.running);
    await Promise.all(running.map(async container => { await container.signal('KILL'); await container.exited(); }));
  }

  /** Every process stands still, as when the node hangs; its kernel goes on to take what is sent. */
  public async freeze(): Promise<void> {
    await Promise.all([...this.containers.values()].filter(container => container.running).map(container => container.freeze()));
  }

  /** The node goes on as if no time had passed. */
  public async thaw(): Promise<void> {
    await Promise.all([...this.containers.values()].filter(container => container.running).map(container => container.thaw()));
  }

  public logs(): string {
    return [...this.containers].map(([name, container]) => `--- ${this.name}/${name}\n${container.tail()}`).join('\n');
  }

  private async keepRunning(spec: any, container: Container): Promise<void> {
    while (!this.stopping) {
      this.ready.set(spec.name, !spec.readinessProbe);
      container.start();
      const life = { over: false };
      void this.watch(spec, container, life);
      await container.exited();
      life.over = true;
      this.ready.set(spec.name, false);
      await sleep(RESTART_DELAY_MS);
    }
  }

  private async watch(spec: any, container: Container, life: { over: boolean }): Promise<void> {
    const { startupProbe, readinessProbe, livenessProbe } = spec;
    if (startupProbe && !await this.startUp(startupProbe, container, life)) { return; }
    if (readinessProbe) {
      void this.repeat(readinessProbe, container, life, ok => { this.ready.set(spec.name, ok); });
    }
    if (livenessProbe) {
      void this.repeat(livenessProbe, container, life, ok => { if (!ok) { void container.signal('KILL'); } });
    }
  }

  private async startUp(probe: any, container: Container, life: { over: boolean }): Promise<boolean> {
    for (let failures = 0; failures < (probe.failureThreshold ?? 3); failures++) {
      await sleep(1000 * (probe.periodSeconds ?? 10));
      if (life.over || this.stopping) { return false; }
      if (await this.probe(probe, container)) { return true; }
    }
    await container.signal('KILL');
    return false;
  }

  /** Runs a probe for as long as the container lives, and tells each change that its thresholds allow. */
  private async repeat(probe: any, container: Container, life: { over: boolean }, tell: (ok: boolean) => void): Promise<void> {
    let successes = 0;
    let failures = 0;
    await sleep(1000 * (probe.initialDelaySeconds ?? 0));
    while (!life.over && !this.stopping) {
      const ok = await this.probe(probe, container);
      successes = ok ? successes + 1 : 0;
      failures = ok ? 0 : failures + 1;
      if (life.over || this.stopping) { return; }
      if (successes >= (probe.successThreshold ?? 1)) { tell(true); }
      if (failures >= (probe.failureThreshold ?? 3)) { tell(false); }
      await sleep(1000 * (probe.periodSeconds ?? 10));
    }
  }

  private async probe(probe: any, container: Container): Promise<boolean> {
    const timeout = 1000 * (probe.timeoutSeconds ?? 1);
    if (probe.exec) { return (await container.exec(probe.exec.command, timeout)).code === 0; }
    const connect = `exec 3<>/dev/tcp/${this.place.address}/${probe.tcpSocket.port}`;
    return (await run(['ip', 'netns', 'exec', this.place.networkNamespace, 'bash', '--norc', '-c', connect], timeout)).code === 0;
  }

  private containerSpec(spec: any, directories: Map<string, string>): ContainerSpec {
    const security = { ...this.spec.securityContext, ...spec.securityContext };
    const mounts = (spec.volumeMounts ?? []).map((mount: any): Mount => ({
      source: join(directories.get(mount.name)!, mount.subPath ?? ''),
      destination: mount.mountPath,
      readOnly: mount.readOnly ?? false,
    }));
    return {
      name: spec.name,
      image: spec.image,
      argv: [...spec.command ?? imageShim(spec.image).entrypoint ?? [], ...spec.args ?? []],
      env: (spec.env ?? []).map((entry: any) => `${entry.name}=${this.envValue(entry)}`),
      mounts,
      user: security.runAsUser,
      group: security.runAsGroup ?? security.runAsUser,
      groups: security.fsGroup === undefined ? [] : [security.fsGroup],
      readOnlyRoot: security.readOnlyRootFilesystem ?? false,
    };
  }

  private envValue(entry: any): string {
    const from = entry.valueFrom;
    if (from?.secretKeyRef) { return this.sources.secret(from.secretKeyRef.name)[from.secretKeyRef.key]; }
    switch (from?.fieldRef?.fieldPath) {
      case undefined: return entry.value ?? '';
      case 'metadata.name': return this.name;
      case 'metadata.namespace': return this.place.namespace;
      case 'status.podIP': return this.place.address;
      default: throw new Error(`the harness knows no field '${from.fieldRef.fieldPath}'`);
    }
  }

  private prepareVolumes(): Map<string, string> {
    const group = this.spec.securityContext?.fsGroup ?? 0;
    const directories = new Map<string, string>();
    const owned = (directory: string) => {
      mkdirSync(directory, { recursive: true });
      chownSync(directory, 0, group);
      chmodSync(directory, 0o2775);
      return directory;
    };
    for (const template of this.spec.claimTemplates ?? []) { directories.set(template, owned(this.sources.claim(template))); }
    for (const volume of this.spec.volumes ?? []) {
      const directory = owned(join(this.place.directory, `volume-${volume.name}`));
      directories.set(volume.name, directory);
      if (volume.persistentVolumeClaim) { directories.set(volume.name, owned(this.sources.claim(volume.persistentVolumeClaim.claimName))); }
      if (volume.configMap) { writeFiles(directory, this.sources.configMap(volume.configMap.name), volume.configMap, group); }
    }
    this.refreshSecrets();
    return directories;
  }

  /** Writes the files of Secrets as these are now. */
  public refreshSecrets(): void {
    const group = this.spec.securityContext?.fsGroup ?? 0;
    for (const { name, secret, projected } of this.spec.volumes ?? []) {
      const directory = join(this.place.directory, `volume-${name}`);
      if (secret) { writeFiles(directory, this.sources.secret(secret.secretName), secret, group); }
      for (const { secret: part } of projected?.sources ?? []) {
        writeFiles(directory, this.sources.secret(part.name), { ...part, defaultMode: projected.defaultMode }, group);
      }
    }
  }
}

function writeFiles(directory: string, files: { readonly [file: string]: string }, source: any, group: number): void {
  const items: { key: string; path: string }[] = source.items ?? Object.keys(files).map(key => ({ key, path: key }));
  for (const { key, path } of items) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files[key]);
    chownSync(file, 0, group);
    // The kubelet lets the fsGroup read what the owner may read.
    // eslint-disable-next-line no-bitwise
    chmodSync(file, (source.defaultMode ?? 0o644) | 0o440);
  }
}
