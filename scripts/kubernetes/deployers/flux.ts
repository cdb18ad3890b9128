import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { Deployer, Deployment } from './deployer';
import { established } from './established';
import { Manifest } from '../../../src/kubernetes/manifest';
import { BackgroundProcess } from '../background-process';
import { flags } from '../control-plane';
import { GoModule } from '../go-module';
import { Kubectl } from '../kubectl';
import { freePorts } from '../ports';
import { waitUntil } from '../wait';

const CONTROLLER = 'github.com/fluxcd/kustomize-controller';
const SOURCES = 'github.com/fluxcd/source-controller';
const NAMESPACE = 'flux-system';
const HOST = '127.0.0.1';
const SECONDS = 90;

const [MODULE, SOURCE_MODULE] = [new GoModule('flux'), new GoModule('flux-source')];

/** Why it cannot be built, if so. */
export const missingForFlux = () => [...MODULE.missing(CONTROLLER), ...SOURCE_MODULE.missing(SOURCES)];

/**
 * Flux's kustomize-controller. What its source-controller does, this does: it serves an archive of the manifests over HTTP, and writes into the status
 * of a GitRepository where it is.
 */
export class Flux implements Deployer {
  public readonly name = `Flux kustomize-controller ${MODULE.versionOf(CONTROLLER)}`;
  private readonly controller: BackgroundProcess;
  private readonly archives: Server;

  constructor(private readonly folder: string, private readonly kubectl: Kubectl) {
    mkdirSync(join(folder, 'archives'), { recursive: true });
    this.controller = new BackgroundProcess('kustomize-controller', folder);
    this.archives = createServer(({ url }, response) => { response.end(readFileSync(join(folder, 'archives', basename(url!)))); });
  }

  public async start(): Promise<void> {
    const program = MODULE.program({ name: 'kustomize-controller', package: CONTROLLER });
    await this.kubectl.applyStrictly([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }]);
    for (const source of [MODULE.sourceOf(CONTROLLER), SOURCE_MODULE.sourceOf(SOURCES)]) {
      await this.kubectl.run(['apply', '--server-side', '-f', join(source, 'config', 'crd', 'bases')]);
    }
    await established(this.kubectl);
    await new Promise<void>(resolve => this.archives.listen(0, HOST, resolve));
    const [metrics, health] = await freePorts(2);
    // The last word is not read; it tells this process from those of other clusters.
    this.controller.start(program, [...flags({
      'metrics-addr': `${HOST}:${metrics}`,
      'health-addr': `${HOST}:${health}`,
      'watch-all-namespaces': 'true',
      'log-level': 'error',
    }), `${this.folder}/`], { ...this.kubectl.env, RUNTIME_NAMESPACE: NAMESPACE, TMPDIR: this.folder });
  }

  public async deploy(app: string, namespace: string, objects: readonly Manifest[]): Promise<Deployment> {
    const revision = await this.publish(app, objects);
    await this.kubectl.applyStrictly([{
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: app, namespace: NAMESPACE },
      spec: { interval: '1h', retryInterval: '1h', timeout: '30s', prune: true, targetNamespace: namespace, path: './', sourceRef: { kind: 'GitRepository', name: app } },
    }]);
    let ready: any;
    await waitUntil(`Flux has applied ${app}`, SECONDS, async () => {
      const { status, metadata } = JSON.parse(await this.kubectl.run(['get', 'kustomization', app, '-n', NAMESPACE, '-o', 'json']));
      ready = status?.conditions?.find(({ type }: any) => type === 'Ready');
      const isObserved = status?.lastAttemptedRevision === revision && ready?.observedGeneration === metadata.generation;
      return isObserved && (ready.status === 'False' || ready.status === 'True' && status.lastAppliedRevision === revision);
    }).catch(error => { throw new Error(`${error.message}\n${JSON.stringify(ready)}\n${this.controller.lastLines(5)}`); });
    return { succeeded: ready.status === 'True', said: ready.message };
  }

  public async remove(app: string): Promise<Deployment> {
    const { code, stdout, stderr } = await this.kubectl.ask(['delete', 'kustomization', app, '-n', NAMESPACE, '--wait', `--timeout=${SECONDS}s`]);
    return { succeeded: code === 0, said: stdout + stderr };
  }

  public async end(): Promise<void> {
    await this.controller.end();
    await new Promise(resolve => this.archives.close(resolve));
  }

  /** Serves the manifests, and says so in a GitRepository; gives the revision. */
  private async publish(app: string, objects: readonly Manifest[]): Promise<string> {
    const path = join(this.folder, app);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    objects.forEach((object, index) => writeFileSync(join(path, `${index}.yaml`), JSON.stringify(object, undefined, 1)));
    writeFileSync(join(path, 'kustomization.yaml'), JSON.stringify({ resources: objects.map((_, index) => `${index}.yaml`) }));
    const archive = join(this.folder, 'archives', `${app}.tar.gz`);
    execFileSync('tar', ['-czf', archive, '-C', path, '.']);
    const bytes = readFileSync(archive);
    const sha = createHash('sha256').update(bytes).digest('hex');
    const revision = `main@sha1:${sha.slice(0, 40)}`;
    await this.kubectl.applyStrictly([{
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: app, namespace: NAMESPACE },
      spec: { interval: '1h', url: 'https://example.com/repository.git', ref: { branch: 'main' } },
    }]);
    const now = new Date().toISOString();
    const status = {
      observedGeneration: 1,
      artifact: {
        digest: `sha256:${sha}`,
        lastUpdateTime: now,
        path: basename(archive),
        revision,
        size: bytes.length,
        url: `http://${HOST}:${(this.archives.address() as AddressInfo).port}/${basename(archive)}`,
      },
      conditions: [{ type: 'Ready', status: 'True', reason: 'Succeeded', message: 'stored', lastTransitionTime: now, observedGeneration: 1 }],
    };
    await this.kubectl.run(['patch', 'gitrepository', app, '-n', NAMESPACE, '--subresource=status', '--type=merge', '-p', JSON.stringify({ status })]);
    return revision;
  }
}
