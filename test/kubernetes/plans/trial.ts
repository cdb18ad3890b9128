import { PlanChange, second } from './cases';
import { Manifests } from './manifests';
import { Planned, planned } from './planned';
import { State, stateOf } from './state';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { Manifest } from '../../../src/kubernetes/manifest';
import { Way } from '../cluster/subject';

const SECONDS = 120;
const READ = 'statefulsets,deployments,replicasets,controllerrevisions,cronjobs,jobs,services,endpoints,endpointslices,configmaps,serviceaccounts,'
  + 'persistentvolumeclaims,pods';

/** One case in a namespace of its own. */
export class Trial {
  public readonly before: readonly Manifest[];
  public readonly after: readonly Manifest[];
  private readonly manifests: Manifests;
  private readonly namespaces: readonly string[];

  constructor(private readonly kubectl: Kubectl, private readonly given: PlanChange, namespace: string, private readonly minor: string) {
    this.manifests = new Manifests(namespace);
    this.before = given.before(this.manifests);
    this.after = given.after(this.manifests);
    this.namespaces = given.moves ? [namespace, second(this.manifests).namespace] : [namespace];
  }

  public get namespace(): string {
    return this.manifests.namespace;
  }

  /** Makes what the old manifests say, and waits for it. */
  public async prepare(way: Way): Promise<void> {
    const { namespace } = this.manifests;
    await this.kubectl.run(['create', 'namespace', namespace]);
    await waitUntil('pods can be made', SECONDS, async () => (await this.kubectl.ask(['get', 'serviceaccount', 'default', '-n', namespace])).code === 0);
    await this.apply(way, [...this.before, ...this.given.besides?.(this.manifests) ?? []]);
    for (const { metadata } of this.before.filter(({ kind }) => kind === 'CronJob')) {
      await this.kubectl.run(['create', 'job', '-n', namespace, `${metadata!.name}-1`, `--from=cronjob/${metadata!.name}`]);
    }
    await this.ready(this.before);
    await this.settled();
  }

  /** Gives what kubectl says besides what it does. */
  public async apply(way: Way, objects: readonly Manifest[]): Promise<string> {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const { code, stdout, stderr } = await this.kubectl.ask(['apply', ...way === 'server-side' ? ['--server-side'] : [], '-f', '-'], list);
    if (code !== 0) { throw new Error(`kubectl apply, ${way}:\n${stderr}${stdout}`); }
    return stderr;
  }

  /** Waits until all that these manifests say is there. */
  public async ready(manifests: readonly Manifest[]): Promise<void> {
    for (const { kind, metadata, spec } of manifests) {
      const at = ['-n', metadata?.namespace ?? ''];
      const wait = (condition: string, object: string) => this.kubectl.run(['wait', ...at, `--for=${condition}`, object, `--timeout=${SECONDS}s`]);
      if (kind === 'Deployment') { await this.kubectl.run(['rollout', 'status', ...at, `deployment/${metadata!.name}`, `--timeout=${SECONDS}s`]); }
      if (kind === 'StatefulSet') { await this.setReady(at, String(metadata!.name), spec.replicas); }
      if (kind === 'Job') { await wait('condition=Complete', `job/${metadata!.name}`); }
      if (kind === 'PersistentVolumeClaim') { await wait('jsonpath={.status.phase}=Bound', `pvc/${metadata!.name}`); }
    }
  }

  /** From the old manifests to the new ones. */
  public planned(before: readonly Manifest[] = this.before): Planned {
    return planned(before, this.after, this.minor);
  }

  /** What is there, as `kubectl get -o yaml --show-managed-fields` prints it, controllers' objects and all. */
  public async live(): Promise<Manifest[]> {
    const get = async (...args: string[]) => JSON.parse(await this.kubectl.run(['get', ...args, '--show-managed-fields', '-o', 'json'])).items as LiveObject[];
    const names = new Set(this.before.map(({ metadata }) => metadata!.name));
    const volumes = (await get('pv')).filter(({ metadata, spec }) => names.has(metadata.name) || this.namespaces.includes(spec.claimRef?.namespace));
    const classes = (await get('storageclass')).filter(({ metadata }) => names.has(metadata.name));
    const [first] = this.namespaces;
    return [...classes, ...volumes, ...await get(READ, '-n', first)] as Manifest[];
  }

  /** What is there at this moment. Controllers may be about to change it: to compare it with a later one, take a settled one. */
  public state(): Promise<State> {
    return stateOf(this.kubectl, this.namespaces);
  }

  /** The state when controllers have done all that they will do: claims are bound, pods are ready or gone. */
  public async settled(): Promise<State> {
    const state = await this.settledLike(() => true);
    if (state.unsettled.length > 0) { throw new Error(`Not settled within ${SECONDS} s:\n${state.unsettled.join('\n')}`); }
    return state;
  }

  /** The settled state that is as expected, or whatever there is after a while: so a comparison says what is different. */
  public async settledLike(isExpected: (state: State) => boolean): Promise<State> {
    let state!: State;
    const isThere = async () => {
      state = await this.state();
      return state.unsettled.length === 0 && isExpected(state);
    };
    await waitUntil('the expected state', SECONDS, isThere).catch(() => undefined);
    return state;
  }

  public async events(): Promise<string> {
    const answers = await Promise.all(this.namespaces.flatMap(namespace => [
      this.kubectl.ask(['get', 'pods,pvc,sts,deploy', '-n', namespace, '-o', 'wide']),
      this.kubectl.ask(['get', 'events', '-n', namespace, '-o', 'custom-columns=OBJECT:.involvedObject.name,REASON:.reason,MESSAGE:.message']),
    ]));
    return answers.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  }

  /** Asks for the deletion of everything, and does not wait for it. */
  public async end(): Promise<void> {
    await this.kubectl.ask(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...this.namespaces]);
  }

  private async setReady(at: readonly string[], name: string, replicas: number): Promise<void> {
    await waitUntil(`StatefulSet ${name} is ready`, SECONDS, async () => {
      const { metadata, spec, status } = JSON.parse(await this.kubectl.run(['get', 'statefulset', name, ...at, '-o', 'json']));
      const isRolledOut = status.currentRevision === status.updateRevision || spec.updateStrategy.type === 'OnDelete';
      return status.observedGeneration === metadata.generation && (status.readyReplicas ?? 0) === replicas && isRolledOut;
    });
  }
}
