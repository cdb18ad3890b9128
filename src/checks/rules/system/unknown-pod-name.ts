import { objectYaml, together, workloadYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { containersOf, ordinalsOf } from '../../../kubernetes/workload';
import { groupBy } from '../../../manifest/group-by';
import { Inventory, isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { References } from '../../../manifest/references/references';
import { Check } from '../../engine/check';

/** What follows the last dot of a file. */
const FILE = /^(bak|cfg|cnf|conf|crt|csv|dump|gz|ini|json|key|lock|log|out|pem|pid|properties|py|sh|sock|sql|tar|tgz|tmp|toml|txt|wal|xml|ya?ml|zip)$/;

/** The name of a pod and what follows it: `db-0.db`, `db-0.db.data.svc.cluster.local`; no file of a directory. */
const POD = /(?<![a-z0-9.-])(?<![^/]\/)(?<!^\/)([a-z][a-z0-9-]*)-(\d{1,3})\.([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?(?:\.svc)?(?:\.cluster\.local)?\.?(?![a-z0-9.-])/g;

const example = (host: string) => together(
  workloadYaml('StatefulSet', 'db', ['containers: [{name: db, image: "registry.example.com/db:1.4.2"}]'], 'replicas: 3'),
  objectYaml('v1', 'Service', 'db', 'spec: {clusterIP: None, selector: {app: db}}'),
  workloadYaml('Deployment', 'web', [`containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_HOST, value: ${host}}]}]`]));

export const unknownPodName: Check = {
  id: 'unknown-pod-name',
  why: 'a pod of a StatefulSet has the DNS name SET-ORDINAL.SERVICE, with the Service that serviceName names and an ordinal that the set has. Any other name is found nowhere',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const sets = new NamedSets(inventory, references);
    if (sets.isEmpty) { return; }
    for (const { workload, namespace, template } of references.pods.all) {
      const isHere = isPlaced(workload);
      for (const { container, path } of containersOf(template)) {
        const texts = textsOf(container);
        if (texts.length === 0) { continue; }
        const found = texts.map(({ text, at }) => ({ at, problem: sets.problemIn(text, namespace, isHere) })).find(({ problem }) => problem);
        if (!found?.problem) { continue; }
        yield {
          object: workload,
          path: path + found.at,
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} asks for '${found.problem.host}', and ${found.problem.but}`,
          fix: found.problem.fix,
        };
      }
    }
  },
  bad: example('db-0.database'),
  good: example('db-0.db'),
};

interface PlacedText {
  readonly text: string;
  readonly at: string;
}

/** Variables and words that may hold the name of a pod: few have a dash and a dot. */
function textsOf({ env, command, args }: Record<string, any>): PlacedText[] {
  const found: PlacedText[] = [];
  const add = (value: unknown, at: () => string) => {
    // MinIO has a range for its pods: the last one stands for all.
    if (typeof value === 'string' && value.includes('-') && value.includes('.')) { found.push({ text: value.replace(/\{\d+\.\.\.(\d+)\}/g, '$1'), at: at() }); }
  };
  listOf(env).forEach((variable, i) => add(recordOf(variable).value, () => `/env/${i}/value`));
  listOf(command).forEach((word, i) => add(word, () => `/command/${i}`));
  listOf(args).forEach((word, i) => add(word, () => `/args/${i}`));
  return found;
}

interface NameProblem {
  /** What is asked for, or what to write for it; empty if that is told by `fix`. */
  readonly host: string;
  readonly but: string;
  readonly fix: string;
}

/** Sets by `namespace/name`, and by that of their Service. A set without a Service has another finding. */
class NamedSets {
  private readonly byName: ReadonlyMap<string, Manifest>;
  private readonly byService: ReadonlyMap<string, Manifest>;
  /** Those that say in which namespace they are, by `name.service`. */
  private readonly placed: ReadonlyMap<string, readonly Manifest[]>;
  /** Services that give names to other pods, too. */
  private readonly subdomains: () => ReadonlySet<unknown>;

  constructor(inventory: Inventory, private readonly references: References) {
    const sets = inventory.ofKind('StatefulSet').filter(({ spec }) => textOf(recordOf(spec).serviceName) !== '');
    this.placed = groupBy(sets.filter(isPlaced), set => `${set.metadata?.name}.${set.spec.serviceName}`);
    this.byName = new Map(sets.map(set => [`${namespaceOf(set)}/${set.metadata?.name}`, set]));
    this.byService = new Map(sets.map(set => [`${namespaceOf(set)}/${set.spec.serviceName}`, set]));
    this.subdomains = once(() => new Set(references.pods.all.map(({ template }) => template.spec.subdomain)));
  }

  public get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** @param isHere the namespace of the one who asks is written, and not where somebody may apply it */
  public problemIn(text: string, own: string, isHere: boolean): NameProblem | undefined {
    for (const [host, name, ordinal, service, elsewhere] of text.matchAll(POD)) {
      // `db-0.db.svc` names no namespace; another domain is not of the cluster.
      const namespace = elsewhere === undefined || elsewhere === 'svc' ? own : elsewhere;
      const isFile = elsewhere === undefined && FILE.test(service);
      const problem = isFile ? undefined : this.problemOf({ name, ordinal: Number(ordinal), service, namespace })
        ?? (isHere || namespace !== own ? this.ofOtherNamespace({ name, ordinal: Number(ordinal), service, namespace }) : undefined);
      if (!problem) { continue; }
      const domain = host.slice(`${name}-${ordinal}.${service}`.length);
      return { ...problem, host, fix: problem.host === '' ? problem.fix : `write ${problem.host}${domain}` };
    }
    return undefined;
  }

  private problemOf({ name, ordinal, service, namespace }: PodName): NameProblem | undefined {
    const set = this.byName.get(`${namespace}/${name}`);
    if (!set) { return this.ofOtherSet({ name, ordinal, service, namespace }); }
    const { serviceName } = set.spec;
    if (service !== serviceName) {
      return { but: `the pods of ${titleOf(set)} have their names from Service '${serviceName}'`, host: `${name}-${ordinal}.${serviceName}`, fix: '' };
    }
    const { first, last } = ordinalsOf(set);
    if (last < first || this.isScaled(set) || ordinal >= first && ordinal <= last) { return undefined; }
    return {
      but: `${titleOf(set)} has the pods ${name}-${first} to ${name}-${last}`,
      host: '',
      fix: `leave it out, or write ${ordinal < first ? 'another ordinal' : `replicas: ${ordinal - first + 1}`}`,
    };
  }

  private ofOtherNamespace(pod: PodName): NameProblem | undefined {
    if (this.byName.has(`${pod.namespace}/${pod.name}`) || this.byService.has(`${pod.namespace}/${pod.service}`)) { return undefined; }
    const found = this.placed.get(`${pod.name}.${pod.service}`) ?? [];
    if (found.length !== 1 || this.subdomains().has(pod.service)) { return undefined; }
    const its = namespaceOf(found[0]);
    return { but: `${titleOf(found[0])} is in namespace '${its}'`, host: '', fix: `write ${pod.name}-${pod.ordinal}.${pod.service}.${its}, with or without .svc.cluster.local` };
  }

  private isScaled(set: Manifest): boolean {
    return this.references.to(set).some(({ relation }) => relation === 'scales');
  }

  private ofOtherSet({ name, ordinal, service, namespace }: PodName): NameProblem | undefined {
    const set = this.byService.get(`${namespace}/${service}`);
    if (!set || this.subdomains().has(service)) { return undefined; }
    const podName = `${set.metadata?.name}-${ordinal}`;
    return { but: `Service '${service}' gives names to the pods of ${titleOf(set)}, and there is no StatefulSet '${name}'`, host: `${podName}.${service}`, fix: '' };
  }
}

interface PodName {
  readonly name: string;
  readonly ordinal: number;
  readonly service: string;
  readonly namespace: string;
}
