import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployer, Deployment } from './deployer';
import { Manifest } from '../../../src/kubernetes/manifest';
import { GoModule } from '../go-module';

/** Hooks are waited for so long, and deletions. */
const TIMEOUT = '40s';

const MODULE = new GoModule('helm');

/** The versions that can be built. */
export const HELM_MAJORS = ['3', '4'] as const;
export type HelmMajor = typeof HELM_MAJORS[number];

/** Why it cannot be built, if so. */
export const missingForHelm = () => HELM_MAJORS.flatMap(major => MODULE.missing(`helm.sh/helm/v${major}`));

/** `helm upgrade --install` of a chart that has the manifests as its one template. */
export class Helm implements Deployer {
  public readonly name: string;
  private readonly program: string;

  constructor(major: HelmMajor, private readonly folder: string, private readonly kubeconfig: string) {
    this.name = `Helm ${MODULE.versionOf(`helm.sh/helm/v${major}`)}`;
    this.program = MODULE.program({ name: `helm${major}`, package: `helm.sh/helm/v${major}/cmd/helm` });
  }

  public deploy(app: string, namespace: string, objects: readonly Manifest[]): Promise<Deployment> {
    const chart = join(this.folder, app);
    rmSync(chart, { recursive: true, force: true });
    mkdirSync(join(chart, 'templates'), { recursive: true });
    writeFileSync(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: ${app}\nversion: 1.0.0\n`);
    // Two braces beside each other would begin an action of a template.
    const texts = objects.map(object => JSON.stringify(object, undefined, 1));
    writeFileSync(join(chart, 'templates', 'all.yaml'), texts.join('\n---\n'));
    return this.run(['upgrade', app, chart, '--install', '-n', namespace, '--timeout', TIMEOUT]);
  }

  public remove(app: string, namespace: string): Promise<Deployment> {
    return this.run(['uninstall', app, '-n', namespace, '--timeout', TIMEOUT]);
  }

  /** `helm test` and the like. */
  public async run(args: readonly string[]): Promise<Deployment> {
    const home = join(this.folder, 'home');
    const env = { ...process.env, KUBECONFIG: this.kubeconfig, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
    const child = spawn(this.program, args, { env });
    const chunks: Buffer[] = [];
    [child.stdout, child.stderr].forEach(stream => stream.on('data', chunk => chunks.push(chunk)));
    const code = await new Promise<number>((resolve, reject) => child.on('error', reject).on('close', status => resolve(status ?? 1)));
    return { succeeded: code === 0, said: Buffer.concat(chunks).toString() };
  }

  public async end(): Promise<void> { /* Nothing of it runs. */ }
}
