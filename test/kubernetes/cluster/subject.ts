import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject, isGoing } from '../../../scripts/kubernetes/live-object';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { isClusterScoped } from '../../../src/kubernetes/kinds';
import { manifestsOf } from '../../support/examples';

/** How manifests come to the server. */
export type Way = 'server-side' | 'client-side';

export const WAYS: readonly Way[] = ['server-side', 'client-side'];

/** On 1.32 a member follows the one before it after up to twice its `minReadySeconds`. */
const SECONDS = 240;
const SETTLED_SECONDS = 30;
const flagsOf = (way: Way) => way === 'server-side' ? ['--server-side'] : [];

/** Manifests that are applied to a cluster, as a user would. */
export class Subject {
  public readonly manifests: readonly LiveObject[];

  constructor(public readonly name: string, public readonly yaml: string) {
    this.manifests = manifestsOf(yaml) as LiveObject[];
  }

  /** Where the manifests are; those that name no namespace get one of their own. */
  public get namespaces(): string[] {
    const namespaced = this.manifests.filter(manifest => !this.clusterScoped.includes(manifest));
    const names = namespaced.map(({ metadata }) => metadata.namespace ?? this.name);
    return [...new Set(names)];
  }

  private get clusterScoped(): LiveObject[] {
    return this.manifests.filter(({ apiVersion, kind }) => isClusterScoped(apiVersion, kind));
  }

  /** Applies them to namespaces at the Pod Security level `restricted`, unless they bring their own. Gives the server's warnings. */
  public async apply(kubectl: Kubectl, way: Way): Promise<string> {
    await kubectl.run(['wait', '--for=delete', ...this.namespaces.map(name => `namespace/${name}`), `--timeout=${SECONDS}s`]);
    await waitUntil('what was deleted before is gone', SECONDS, async () => {
      const there = (await kubectl.ask(['get', '--ignore-not-found', '-o', 'json', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: this.clusterScoped }))).stdout;
      return there === '' || ![JSON.parse(there)].flatMap(answer => answer.items ?? [answer]).some(isGoing);
    });
    const own = this.manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
    const missing = this.namespaces.filter(name => !own.includes(name));
    if (missing.length > 0) { await kubectl.apply(missing.map(restrictedNamespace)); }
    await kubectl.run(['config', 'set-context', '--current', `--namespace=${this.name}`]);
    const { code, stdout, stderr } = await kubectl.ask(['apply', ...flagsOf(way), '--validate=strict', '-f', '-'], this.yaml);
    if (code !== 0) { throw new Error(`kubectl apply, ${way}:\n${stderr}${stdout}`); }
    return stderr;
  }

  /**
   * What kubectl says would change if the same manifests were applied again. It compares the answers to two questions, so it also prints what a
   * controller writes in between: that is gone when they have written all.
   */
  public async changes(kubectl: Kubectl, way: Way): Promise<string> {
    let said = '';
    const isNothing = async () => {
      const { stdout, stderr } = await kubectl.ask(['diff', ...flagsOf(way), '-f', '-'], this.yaml);
      said = stdout + stderr;
      return said === '';
    };
    await waitUntil('nothing would change', SETTLED_SECONDS, isNothing).catch(() => undefined);
    return said;
  }

  /** Waits until all pods are ready and all Jobs complete. */
  public async ready(kubectl: Kubectl): Promise<void> {
    for (const { kind, metadata, spec } of this.manifests) {
      const at = ['-n', metadata.namespace ?? this.name];
      const wait = (condition: string, object: string) => kubectl.run(['wait', ...at, `--for=${condition}`, object, `--timeout=${SECONDS}s`]);
      if (['Deployment', 'DaemonSet'].includes(kind)) {
        await kubectl.run(['rollout', 'status', ...at, `${kind}/${metadata.name}`, `--timeout=${SECONDS}s`]);
      } else if (kind === 'StatefulSet') {
        const replicas = spec.replicas ?? 1;
        if (replicas > 0) { await wait(`jsonpath={.status.readyReplicas}=${replicas}`, `statefulset/${metadata.name}`); }
      } else if (kind === 'Job' && !spec.suspend) {
        await wait('condition=Complete', `job/${metadata.name}`);
      }
    }
  }

  /** Waits until all claims are bound. Those of a CronJob are when it has run. */
  public async claimsBound(kubectl: Kubectl): Promise<void> {
    for (const namespace of this.namespaces) {
      if ((await kubectl.run(['get', 'pvc', '-n', namespace, '-o', 'name'])).trim()) {
        await kubectl.run(['wait', '-n', namespace, '--for=jsonpath={.status.phase}=Bound', 'pvc', '--all', `--timeout=${SECONDS}s`]);
      }
    }
  }

  /** Runs what CronJobs would run later. */
  public async runCronJobs(kubectl: Kubectl): Promise<void> {
    for (const { metadata } of this.manifests.filter(({ kind }) => kind === 'CronJob')) {
      const at = ['-n', metadata.namespace ?? this.name];
      await kubectl.run(['create', 'job', ...at, `${metadata.name}-now`, `--from=cronjob/${metadata.name}`]);
      await kubectl.run(['wait', ...at, '--for=condition=Complete', `job/${metadata.name}-now`, `--timeout=${SECONDS}s`]);
    }
  }

  /** Asks for the deletion of everything, and does not wait for it. */
  public async delete(kubectl: Kubectl): Promise<void> {
    await kubectl.ask(['delete', '--ignore-not-found', '--wait=false', '-f', '-'], this.yaml);
    await kubectl.ask(['delete', '--ignore-not-found', '--wait=false', ...this.namespaces.map(name => `namespace/${name}`)]);
  }

  /** What happened to its pods and claims, for the report of a failure. */
  public async events(kubectl: Kubectl): Promise<string> {
    const answers = await Promise.all(this.namespaces.flatMap(namespace => [
      kubectl.ask(['get', 'pods,pvc,pdb', '-n', namespace, '-o', 'wide']),
      kubectl.ask(['get', 'events', '-n', namespace, '--sort-by=.lastTimestamp', '-o', 'custom-columns=OBJECT:.involvedObject.name,TYPE:.type,REASON:.reason,MESSAGE:.message']),
    ]));
    return answers.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  }
}

const restrictedNamespace = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' } },
});
