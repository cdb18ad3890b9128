import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Outcome, until } from './command';
import { DnsRecord, Lan } from './lan';
import { ROOT, removeLeftovers } from './leftovers';
import { Pod } from './pod';
import { Volumes } from './volumes';
import { Manifest } from '../../../src/kubernetes/manifest';

/** An address at which a Service answers. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export interface ClusterOptions {
  /** What the synthesized chart holds. */
  readonly manifests: readonly Manifest[];
  /** Secrets that exist in the cluster and not in the chart. */
  readonly secrets?: { readonly [name: string]: { readonly [key: string]: string } };
  /** How many times as long as usual members may take to be ready. */
  readonly patience?: number;
  /** Size of each claim, such as `900m`. Without it they end with the memory of the machine. */
  readonly volumeSize?: string;
}

const NAMESPACE = 'default';
/** The directory itself, that of each pod, and the logs in it. */
const LOGS = /^(\/[^/]+(\/[^/]+\.log)?)?$/;
const READY_WITHIN_SECONDS = 120;

/**
 * Runs the one StatefulSet of a synthesized chart with real servers: what the
 * StatefulSet controller, the kubelet, kube-proxy and the cluster's DNS do for
 * it, as far as its scripts can tell.
 */
export class Cluster {
  public readonly pods = new Map<number, Pod>();
  public readonly volumes: Volumes;
  private readonly id = `cs${process.pid}`;
  private readonly directory = join(ROOT, String(process.pid));
  private readonly lan: Lan;
  private manifests: readonly Manifest[];
  private readonly cut = new Set<string>();
  private readonly closing: (() => void)[] = [];
  private readonly others: Pod[] = [];
  private refresh?: NodeJS.Timeout;
  private starts = 0;
  private published = '';
  private readonly secrets: Map<string, { readonly [key: string]: string }>;

  constructor(private readonly options: ClusterOptions) {
    this.manifests = options.manifests;
    this.secrets = new Map(Object.entries(options.secrets ?? {}));
    removeLeftovers();
    mkdirSync(this.directory, { recursive: true });
    this.lan = new Lan(this.id, this.directory);
    this.volumes = new Volumes(join(this.directory, 'claims'), options.volumeSize);
  }

  public get set(): any {
    return this.manifests.find(({ kind }) => kind === 'StatefulSet')!;
  }

  /** Brings up the network, without any pod. */
  public async open(): Promise<void> {
    await this.lan.start();
    this.refresh = setInterval(() => this.publish(), 250);
  }

  /** Ends and removes everything. */
  public async close(): Promise<void> {
    clearInterval(this.refresh);
    for (const end of this.closing) { end(); }
    await Promise.all([...this.pods.values(), ...this.others].map(pod => pod.crash()));
    this.lan.stop();
    this.volumes.removeAll();
    rmSync(this.directory, { recursive: true, force: true });
  }

  public pod(ordinal: number): Pod {
    const pod = this.pods.get(ordinal);
    if (!pod) { throw new Error(`there is no pod ${ordinal} now`); }
    return pod;
  }

  /** Creates a pod: always on an address that no pod had before. */
  public async start(ordinal: number): Promise<void> {
    const name = `${this.set.metadata.name}-${ordinal}`;
    const claimTemplates = (this.set.spec.volumeClaimTemplates ?? []).map((claim: any) => claim.metadata.name);
    this.claimsOf(ordinal).forEach(claim => this.volumes.create(claim));
    const pod = this.newPod(name, { ...this.set.spec.template.spec, claimTemplates }, claim => this.claim(`${claim}-${name}`));
    this.pods.set(ordinal, pod);
    this.publish();
    await pod.start();
  }

  /** Runs the pod of a Job or CronJob once, as its controller does when it is time. */
  public async runJob(name: string, during?: (pod: Pod) => Promise<void>): Promise<{ readonly code: number; readonly log: string }> {
    const { kind, spec } = this.manifests.find(manifest => /Job$/.test(manifest.kind ?? '') && manifest.metadata?.name === name) as any;
    const { template } = kind === 'CronJob' ? spec.jobTemplate.spec : spec;
    const pod = this.newPod(name, template.spec, claim => this.claim(claim));
    try {
      const [code] = await Promise.all([pod.runToEnd(), during?.(pod)]);
      return { code, log: pod.logs() };
    } finally {
      this.lan.leave(pod.place.networkNamespace);
    }
  }

  /** Starts the pod of a Deployment. */
  public async startDeployment(name: string): Promise<Pod> {
    const pod = this.newPod(name, this.find('Deployment', name).spec.template.spec, claim => this.claim(claim));
    this.others.push(pod);
    await pod.start();
    return pod;
  }

  /** Directory of a claim. */
  public claim(name: string): string {
    return this.volumes.path(name);
  }

  /** Deletes a pod in good order. Its claims stay. Gives the containers that had not ended within the grace period. */
  public async stop(ordinal: number): Promise<string[]> {
    const pod = this.pod(ordinal);
    const killed = await pod.stop();
    this.remove(ordinal, pod);
    return killed;
  }

  /** A pod's node loses power: every process dies, its connections hang. Its claims stay. */
  public async crash(ordinal: number): Promise<void> {
    const pod = this.pod(ordinal);
    await pod.crash();
    this.remove(ordinal, pod);
  }

  /** Removes the claims of a pod that does not run. */
  public loseVolumes(ordinal: number): void {
    this.claimsOf(ordinal).forEach(claim => this.volumes.remove(claim));
  }

  /** Names of the claims of a pod. */
  public claimsOf(ordinal: number): string[] {
    return (this.set.spec.volumeClaimTemplates ?? []).map((claim: any) => `${claim.metadata.name}-${this.set.metadata.name}-${ordinal}`);
  }

  public setLink(ordinal: number, state: 'up' | 'down'): void {
    const { networkNamespace } = this.pod(ordinal).place;
    this.lan.setLink(networkNamespace, state);
    if (state === 'down') { this.cut.add(networkNamespace); } else { this.cut.delete(networkNamespace); }
  }

  public async ready(ordinals: readonly number[], seconds = READY_WITHIN_SECONDS): Promise<void> {
    await until(`pods ${ordinals.join(', ')} are ready`, seconds * (this.options.patience ?? 1), () => ordinals.every(ordinal => this.pods.get(ordinal)?.isReady), () => this.logs());
  }

  /**
   * Applies changed manifests: pods that are no longer wanted stop from the
   * highest ordinal down, new ones start, and the rest are replaced one by one
   * from the highest ordinal down, each awaited until it is ready.
   */
  public async apply(manifests: readonly Manifest[]): Promise<void> {
    const old = new Set(this.pods.keys());
    const changed = JSON.stringify(this.set.spec.template) !== JSON.stringify((manifests.find(({ kind }) => kind === 'StatefulSet') as any).spec.template);
    this.manifests = manifests;
    const wanted: number = this.set.spec.replicas;
    for (const ordinal of [...old].filter(one => one >= wanted).sort((a, b) => b - a)) { await this.stop(ordinal); }
    for (let ordinal = 0; ordinal < wanted; ordinal++) {
      if (!old.has(ordinal)) { await this.start(ordinal); }
    }
    if (!changed) { return; }
    for (const ordinal of [...old].filter(one => one < wanted).sort((a, b) => b - a)) {
      await this.ready([...this.pods.keys()]);
      await this.stop(ordinal);
      await this.start(ordinal);
    }
    await this.ready([...this.pods.keys()]);
  }

  /** Writes other values into a Secret. Files of pods that run change at once; variables do not. */
  public changeSecret(name: string, values: { readonly [key: string]: string }): void {
    this.secrets.set(name, values);
    for (const pod of this.pods.values()) { pod.refreshSecrets(); }
  }

  public secretOf(name: string): { readonly [key: string]: string } {
    const given = this.secrets.get(name);
    if (!given) { throw new Error(`no Secret '${name}'; give it in 'secrets'`); }
    return given;
  }

  /** Where a Service sends a connection now: to its ready pods. */
  public endpoints(service: string, port: string | number): Endpoint[] {
    const { spec } = this.find('Service', service);
    const entry = spec.ports.find((one: any) => one.name === port || one.port === port);
    const containerPorts = this.set.spec.template.spec.containers.flatMap((container: any) => container.ports ?? []);
    const target = entry.targetPort ?? entry.port;
    const number = typeof target === 'number' ? target : containerPorts.find((one: any) => one.name === target).containerPort;
    const labels = this.set.spec.template.metadata.labels;
    if (!Object.entries(spec.selector).every(([key, value]) => labels[key] === value)) { return []; }
    return this.readyPods().map(pod => ({ host: pod.place.address, port: number }));
  }

  /** A command as it must be started to run on the cluster's network. */
  public argvOnNetwork(argv: readonly string[]): string[] {
    return ['ip', 'netns', 'exec', this.id, ...argv];
  }

  /** Something to end before the network goes. */
  public onClose(end: () => void): void {
    this.closing.push(end);
  }

  /** Runs a client's command on the cluster's network. */
  public run(argv: readonly string[], timeoutMs?: number): Promise<Outcome> {
    return this.lan.run(argv, timeoutMs);
  }

  /** Copies what every container printed, also those that are gone, and gives the directory. */
  public keepLogs(): string {
    const kept = mkdtempSync(join(tmpdir(), `${this.id}-logs-`));
    cpSync(this.directory, kept, { recursive: true, filter: source => LOGS.test(source.slice(this.directory.length)) });
    return kept;
  }

  public logs(): string {
    return [...this.pods.values()].map(pod => pod.logs()).join('\n');
  }

  private newPod(name: string, spec: any, claim: (name: string) => string): Pod {
    const id = `${name}-${this.starts++}`;
    const { namespace, address } = this.lan.join(id);
    const directory = join(this.directory, id);
    mkdirSync(directory, { recursive: true });
    const dnsOptions = (spec.dnsConfig?.options ?? []).map((option: any) => option.value ? `${option.name}:${option.value}` : option.name);
    return new Pod(name, spec, {
      id: `${this.id}-${id}`,
      directory,
      hostname: name,
      address,
      namespace: NAMESPACE,
      networkNamespace: namespace,
      lanNamespace: this.id,
      resolvConf: this.lan.resolvConf(NAMESPACE, dnsOptions.length ? dnsOptions : ['ndots:5']),
      runcRoot: join(this.directory, 'runc'),
    }, {
      claim,
      configMap: configMap => this.find('ConfigMap', configMap).data,
      secret: secret => this.secretOf(secret),
    });
  }

  private readyPods(): Pod[] {
    return [...this.pods.values()].filter(pod => pod.isReady && !this.cut.has(pod.place.networkNamespace));
  }

  private remove(ordinal: number, pod: Pod): void {
    this.pods.delete(ordinal);
    this.publish();
    this.lan.leave(pod.place.networkNamespace);
  }

  /** What the cluster's DNS answers: pods under headless Services, ready or published all the same. */
  private publish(): void {
    const records: DnsRecord[] = [];
    for (const service of this.manifests.filter(({ kind }) => kind === 'Service')) {
      const { spec } = service as any;
      const domain = `${service.metadata!.name}.${NAMESPACE}.svc.cluster.local`;
      const shown = spec.publishNotReadyAddresses ? [...this.pods.values()] : this.readyPods();
      for (const { name, place } of shown) {
        records.push({ name: domain, address: place.address });
        if (spec.clusterIP === 'None' && service.metadata!.name === this.set.spec.serviceName) {
          records.unshift({ name: `${name}.${domain}`, address: place.address });
        }
      }
    }
    const text = JSON.stringify(records);
    if (text === this.published) { return; }
    this.published = text;
    this.lan.publish(records);
  }

  private find(kind: string, name: string): any {
    const found = this.manifests.find(manifest => manifest.kind === kind && manifest.metadata?.name === name);
    if (!found) { throw new Error(`the chart has no ${kind} '${name}'`); }
    return found;
  }
}
