import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployer, Deployment } from './deployer';
import { established } from './established';
import { Manifest } from '../../../src/kubernetes/manifest';
import { BackgroundProcess } from '../background-process';
import { GoModule } from '../go-module';
import { Kubectl } from '../kubectl';
import { freePorts } from '../ports';
import { waitUntil } from '../wait';

const ARGO_CD = 'github.com/argoproj/argo-cd/v3';
const NAMESPACE = 'argocd';
const SERVER = 'https://kubernetes.default.svc';
const HOST = '127.0.0.1';
const PARTS = ['redis', 'repo-server', 'controller'] as const;
const SECONDS = 90;
const AGAIN_MS = 20_000;

const MODULE = new GoModule('argo-cd');

/** Why it cannot be built, if so. */
export const missingForArgoCd = () => MODULE.missing(ARGO_CD);

/** Argo CD's application controller and repo server, which sync an Application from a git repository of this machine. */
export class ArgoCd implements Deployer {
  public readonly name = `Argo CD ${MODULE.versionOf(ARGO_CD)}`;
  private readonly processes: readonly BackgroundProcess[];
  private readonly repository: string;

  constructor(private readonly folder: string, private readonly kubectl: Kubectl) {
    mkdirSync(folder, { recursive: true });
    this.processes = PARTS.map(part => new BackgroundProcess(part, folder));
    this.repository = join(folder, 'repository');
  }

  public async start(): Promise<void> {
    const program = MODULE.program({ name: 'argo-cd', package: '.' });
    await this.kubectl.applyStrictly([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }]);
    await this.kubectl.run(['apply', '--server-side', '-k', join(MODULE.sourceOf(ARGO_CD), 'manifests', 'crds')]);
    await established(this.kubectl);
    await this.kubectl.apply(settings());
    this.git(['init', '--quiet', '--initial-branch=main', this.repository]);
    const [redis, repo, ...metrics] = await freePorts(4);
    const [redisAt, repoAt] = [redis, repo].map(port => `${HOST}:${port}`);
    const args: Readonly<Record<typeof PARTS[number], readonly string[]>> = {
      'redis': ['--address', redisAt],
      'repo-server': ['--redis', redisAt, '--address', HOST, '--port', String(repo), '--disable-tls', '--metrics-address', HOST, '--metrics-port', String(metrics[0])],
      'controller': [
        ...['--redis', redisAt, '--repo-server', repoAt, '--repo-server-plaintext', '--metrics-port', String(metrics[1])],
        ...['--kubeconfig', this.kubectl.env.KUBECONFIG!, '--namespace', NAMESPACE, '--app-resync', '0', '--loglevel', 'warn'],
      ],
    };
    const env = { ...this.kubectl.env, ARGOCD_FAKE_IN_CLUSTER: 'true', ARGOCD_GPG_ENABLED: 'false', ARGOCD_ASK_PASS_SOCK: join(this.folder, 'ask-pass'), TMPDIR: this.folder };
    for (const part of this.processes) { part.start(program, [part.name, ...args[part.name as typeof PARTS[number]], '--folder', `${this.folder}/`], env); }
  }

  public async deploy(app: string, namespace: string, objects: readonly Manifest[]): Promise<Deployment> {
    const revision = this.commit(app, objects);
    const source = { repoURL: `file://${this.repository}`, path: app, targetRevision: revision };
    await this.kubectl.applyStrictly([{
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: app, namespace: NAMESPACE, finalizers: ['resources-finalizer.argocd.argoproj.io'] },
      spec: { project: 'default', source, destination: { server: SERVER, namespace } },
    }]);
    // As Argo CD's own server asks for a sync: what is left of the one before would be taken for a part of this one.
    const asked = { operation: { sync: { revision, prune: true }, retry: { limit: 0 } }, status: { operationState: null } };
    const ask = () => this.kubectl.run(['patch', 'application', app, '-n', NAMESPACE, '--type=merge', '-p', JSON.stringify(asked)]);
    await ask();
    let state: any;
    let asking = Date.now();
    await waitUntil(`Argo CD has synced ${app}`, SECONDS, async () => {
      // Written while the controller writes, it may be lost.
      if (state === undefined && Date.now() - asking > AGAIN_MS) {
        asking = Date.now();
        await ask();
      }
      const { status, operation } = JSON.parse(await this.kubectl.run(['get', 'application', app, '-n', NAMESPACE, '-o', 'json']));
      state = status?.operationState;
      return operation === undefined && state?.operation?.sync?.revision === revision && ['Succeeded', 'Failed', 'Error'].includes(state.phase);
    }).catch(error => { throw new Error(`${error.message}\n${JSON.stringify(state)}\n${this.processes.map(part => part.lastLines(5)).join('\n')}`); });
    const results = (state.syncResult?.resources ?? []).map((one: any) => `${one.kind}/${one.name}: ${one.message}`);
    return { succeeded: state.phase === 'Succeeded', said: [state.message, ...results].join('\n') };
  }

  public async remove(app: string): Promise<Deployment> {
    const { code, stdout, stderr } = await this.kubectl.ask(['delete', 'application', app, '-n', NAMESPACE, '--wait', `--timeout=${SECONDS}s`]);
    return { succeeded: code === 0, said: stdout + stderr };
  }

  public async end(): Promise<void> {
    for (const part of [...this.processes].reverse()) { await part.end(); }
  }

  private commit(app: string, objects: readonly Manifest[]): string {
    const path = join(this.repository, app);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    objects.forEach((object, index) => writeFileSync(join(path, `${index}.yaml`), JSON.stringify(object, undefined, 1)));
    writeFileSync(join(path, 'README.md'), 'A folder may be empty of manifests.\n');
    this.git(['-C', this.repository, 'add', '--all']);
    this.git(['-C', this.repository, '-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--allow-empty', '-m', app]);
    return this.git(['-C', this.repository, 'rev-parse', 'HEAD']).trim();
  }

  private git(args: readonly string[]): string {
    return execFileSync('git', args, { encoding: 'utf8' });
  }
}

const partOf = { 'app.kubernetes.io/part-of': 'argocd' };

/** What its own manifests hold besides Deployments. */
const settings = () => [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: NAMESPACE, labels: partOf } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-rbac-cm', namespace: NAMESPACE, labels: partOf } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'argocd-secret', namespace: NAMESPACE, labels: partOf }, stringData: { 'server.secretkey': randomBytes(16).toString('hex') } },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: NAMESPACE },
    spec: { sourceRepos: ['*'], destinations: [{ namespace: '*', server: '*' }], clusterResourceWhitelist: [{ group: '*', kind: '*' }] },
  },
];

