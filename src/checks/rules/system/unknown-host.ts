import { objectYaml, together, workloadYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { pointer } from '../../../kubernetes/pointer';
import { containersOf, ordinalsOf } from '../../../kubernetes/workload';
import { CalledHost, hostsInScript, hostsInText, hostsInVariable, ownNames, usesClusterDns } from '../../../manifest/called-hosts';
import { append } from '../../../manifest/group-by';
import { isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (host: string) => together(
  workloadYaml('Deployment', 'mysql', ['containers: [{name: db, image: "mysql:8.4.3", env: [{name: MYSQL_ROOT_PASSWORD, valueFrom: {secretKeyRef: {name: login, key: root}}}]}]'],
    'strategy: {type: Recreate}'),
  objectYaml('v1', 'Secret', 'login', 'stringData: {root: change-me}'),
  objectYaml('v1', 'Service', 'mysql-service', 'spec: {selector: {app: mysql}, ports: [{port: 3306}]}'),
  workloadYaml('Deployment', 'web', [`containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_HOST, value: ${host}}]}]`]));

export const unknownHost: Check = {
  id: 'unknown-host',
  why: 'a host of one word is looked up among the Services of the namespace. Deployments, Pods and containers have no such name, and Services of other namespaces have it with their namespace: NAME.NAMESPACE',
  severity: 'warning',
  run: function* (inventory, context) {
    if (inventory.ofKind('Service').length === 0) { return; }
    const services = new Services(context);
    for (const pods of context.references.pods.all) {
      if (usesClusterDns(pods.template.spec)) { yield* problemsOf(pods, services); }
    }
    const readers = readersOfConfigMaps(context);
    for (const object of inventory.ofKind('ConfigMap')) {
      if (!readers.has(object)) { continue; }
      for (const [key, value] of Object.entries(recordOf(object.data))) {
        const hosts = [...hostsInVariable(key, value), ...hostsInText(textOf(value))];
        yield* services.problems(hosts, namespaceOf(object), object, pointer('data', key), NOTHING);
      }
    }
  },
  bad: example('mysql'),
  good: example('mysql-service'),
};

type Names = ReadonlySet<string>;

const NOTHING: Names = new Set();

function* problemsOf(pods: Pods, services: Services): Iterable<SystemProblem> {
  const own = ownNames(pods.template.spec);
  for (const { container, path } of containersOf(pods.template)) {
    for (const [i, variable] of listOf(container.env).map(recordOf).entries()) {
      yield* services.problems(hostsInVariable(textOf(variable.name), variable.value), pods.namespace, pods.workload, `${path}/env/${i}/value`, own);
    }
    for (const field of ['command', 'args']) {
      for (const [i, word] of listOf(container[field]).entries()) {
        yield* services.problems(hostsInScript(textOf(word)), pods.namespace, pods.workload, `${path}/${field}/${i}`, own);
      }
    }
  }
}

/** ConfigMaps that pods with the DNS of the cluster read. */
function readersOfConfigMaps({ references }: CheckContext): ReadonlySet<Manifest | undefined> {
  return new Set(references.ofKind('ConfigMap').filter(({ from }) => usesClusterDns(recordOf(references.pods.of(from)?.template.spec)))
    .map(reference => references.target(reference)));
}

/** The ends of names that say no more than that it is a Service, or one of a database. */
const NO_OTHER = new Set(['cluster', 'clusterip', 'db', 'headless', 'internal', 'lb', 'main', 'master', 'nodeport', 'primary', 'server', 'service', 'srv', 'svc']);

/** Beyond this many Services of a namespace no name is guessed: that would compare every host with every Service. */
const GUESSABLE = 100;

/** A host, and who calls it. */
interface PlacedHost extends CalledHost {
  readonly namespace: string;
  readonly isPlaced: boolean;
  readonly caller: string;
}

/** The Services by their names, and which of them is meant by a name that none of them has. */
class Services {
  private readonly byNamespace = new Map<string, Manifest[]>();
  private readonly byName = new Map<string, Manifest[]>();
  private readonly meant = oncePerKey((key: string) => this.search(JSON.parse(key)));

  constructor(private readonly context: CheckContext) {
    for (const service of context.references.inventory.ofKind('Service')) {
      append(this.byNamespace, namespaceOf(service), service);
      append(this.byName, textOf(service.metadata?.name), service);
    }
  }

  /** The first host that nobody has, while it is clear which one is meant. */
  public* problems(hosts: readonly CalledHost[], namespace: string, object: Manifest, path: string, own: Names): Iterable<SystemProblem> {
    for (const called of hosts) {
      if (own.has(called.host) || called.host === 'localhost') { continue; }
      const pod = this.podOf(called.host, namespace, object);
      if (pod !== undefined) {
        yield {
          object,
          path,
          message: `${titleOf(object)} calls the host '${called.host}', which is the name of a pod: DNS has it with the Service of its set, as ${pod}`,
          fix: `write ${pod} in place of ${called.host}`,
        };
        return;
      }
      const service = this.meant(JSON.stringify({ ...called, namespace, isPlaced: isPlaced(object), caller: textOf(object.metadata?.name) }));
      if (!service) { continue; }
      const [name, its] = [textOf(service.metadata?.name), namespaceOf(service)];
      const isHere = its === namespace;
      yield {
        object,
        path,
        message: `${titleOf(object)} calls the host '${called.host}', and no Service of this name is among the manifests for namespace '${namespace}'; `
          + (isHere ? `${titleOf(service)} is there` : `there is one in namespace '${its}'`),
        fix: `write ${isHere ? name : `${name}.${its}`} in place of ${called.host}`,
      };
      return;
    }
  }

  /** The name in DNS of a pod of a StatefulSet, for its name alone. In the pod itself that is enough. */
  private podOf(host: string, namespace: string, caller: Manifest): string | undefined {
    const [, name, ordinal] = /^(.+)-(\d+)$/.exec(host) ?? [];
    const { references, cluster, makers } = this.context;
    const set = name === undefined ? undefined : references.inventory.findIn('StatefulSet', namespace, name);
    const isThere = references.inventory.findIn('Service', namespace, host) ?? cluster.find('Service', namespace, host);
    if (!set || set === caller || isThere || makers.mayMake('Service', namespace, host)) { return undefined; }
    const { first, last } = ordinalsOf(set);
    const { serviceName } = recordOf(set.spec);
    return serviceName && Number(ordinal) >= first && Number(ordinal) <= last ? `${host}.${textOf(serviceName)}` : undefined;
  }

  private search({ host, port, namespace, isPlaced: isHere, caller }: PlacedHost): Manifest | undefined {
    const { cluster, makers, references } = this.context;
    const own = this.byNamespace.get(namespace) ?? [];
    const isThere = references.inventory.findIn('Service', namespace, host) ?? cluster.find('Service', namespace, host);
    if (isThere || makers.mayMake('Service', namespace, host)) { return undefined; }
    const named = this.byName.get(host) ?? [];
    // Where one of them says no namespace, it may be applied to that of the other.
    const elsewhere = isHere && named.every(isPlaced) ? named : [];
    if (named.length > 0) { return elsewhere.length === 1 ? elsewhere[0] : undefined; }
    if (own.length > GUESSABLE) { return undefined; }
    const meant = own.filter(service => hasPort(service, port) && (this.isCalledAfter(service, host, caller) || this.hasPodsOf(service, host)));
    return meant.length === 1 ? meant[0] : undefined;
  }

  /** `mysql-service` or `shop-mysql` for `mysql`, or `dev-db` for `db` where the caller is `dev-web`: kustomize puts a prefix before names, and not into text. What has more words may be another program: `mysql-exporter`. */
  private isCalledAfter(service: Manifest, host: string, caller: string): boolean {
    const name = textOf(service.metadata?.name);
    if (name.startsWith(`${host}-`)) { return name.slice(host.length + 1).split('-').every(word => NO_OTHER.has(word)); }
    if (host.startsWith(`${name}-`)) { return host.slice(name.length + 1).split('-').every(word => NO_OTHER.has(word)); }
    const prefix = name.slice(0, -host.length);
    if (name === prefix + host && prefix.endsWith('-') && caller.startsWith(prefix)) { return true; }
    const runsIt = ({ template }: Pods) => listOf(template.spec.containers).some(container => textOf(recordOf(container).image).includes(host));
    return name.endsWith(`-${host}`) && this.selected(service).some(runsIt);
  }

  /** The host is the name of the workload behind the Service. */
  private hasPodsOf(service: Manifest, host: string): boolean {
    return this.selected(service).some(({ workload }) => workload.metadata?.name === host);
  }

  private selected(service: Manifest): readonly Pods[] {
    const { selector } = recordOf(service.spec);
    return Object.keys(recordOf(selector)).length === 0 ? [] : this.context.references.pods.select({ matchLabels: selector }, namespaceOf(service));
  }
}

function hasPort({ spec }: Manifest, port: number | undefined): boolean {
  return port === undefined || listOf(recordOf(spec).ports).some(one => recordOf(one).port === port);
}
