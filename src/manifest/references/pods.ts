import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { once } from '../../kubernetes/once';
import { Labels, matchesSelector } from '../../kubernetes/selector';
import { POD_KINDS, PodTemplate, ordinalsOf, podTemplateOf } from '../../kubernetes/workload';
import { append } from '../group-by';
import { Inventory, isPlaced, namespaceOf } from '../inventory';

/** The pods of one workload: alike in everything a selector may ask. */
export interface Pods {
  readonly workload: Manifest;
  readonly namespace: string;
  readonly template: PodTemplate;
  /** The labels of the template and those that the controller adds and that can be foreseen. */
  readonly labels: Labels;
}

/** Labels whose values only the controllers know: what selects by them is taken to match. */
const UNFORESEEN: ReadonlySet<string> = new Set(['pod-template-hash', 'controller-revision-hash', 'controller-uid', 'batch.kubernetes.io/controller-uid',
  'apps.kubernetes.io/pod-index', 'pod-template-generation']);

/** No namespace can have this name: under it stand the pods of all workloads that say in which namespace they are. */
const ANYWHERE = '*';

/** The one label of a StatefulSet's pod that differs between its pods. */
const POD_NAME = 'statefulset.kubernetes.io/pod-name';

/**
 * All pods that a system asks for, found by selector without comparing every
 * selector with every pod: the rarest label that a selector demands is looked
 * up, and only pods that carry it are compared.
 */
export class PodIndex {
  public readonly all: readonly Pods[];
  private readonly byNamespace = new Map<string, Pods[]>();
  private readonly byLabel = new Map<string, Pods[]>();
  /** Where a selector was looked up last: several checks ask for the pods of each. */
  private readonly lastSelected = new Map<unknown, { readonly namespace: string; readonly pods: readonly Pods[] }>();
  /** By the selector's JSON and the namespace. Selectors are mostly asked for more than once: by the set, its Service, its budget, its spread. */
  private readonly selected = new Map<string, readonly Pods[]>();
  private readonly byWorkload = new Map<Manifest, Pods>();
  private readonly positions = new Map<Pods, number>();
  /** Few ask for them. */
  private readonly addPlaced = once(() => this.all.filter(({ workload }) => isPlaced(workload)).forEach(pods => this.add(ANYWHERE, pods)));

  constructor(inventory: Inventory) {
    this.all = POD_KINDS.flatMap(kind => inventory.ofKind(kind)).map(podsOf).filter(pods => pods !== undefined);
    this.all.forEach((pods, position) => {
      this.positions.set(pods, position);
      this.byWorkload.set(pods.workload, pods);
      this.add(pods.namespace, pods);
    });
  }

  /** The pods of a workload; undefined if it creates none. */
  public of(workload: Manifest): Pods | undefined {
    return this.byWorkload.get(workload);
  }

  /** All pods of a namespace. */
  public in(namespace: string): readonly Pods[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** The pods of a namespace that a label selector matches, in their order. An absent selector matches none, an empty one all. */
  public select(selector: unknown, namespace: string): readonly Pods[] {
    if (!isRecord(selector)) { return []; }
    const last = this.lastSelected.get(selector);
    if (last?.namespace === namespace) { return last.pods; }
    const key = JSON.stringify(selector) + namespace;
    const pods = this.selected.get(key) ?? this.compare(selector, namespace);
    this.selected.set(key, pods);
    this.lastSelected.set(selector, { namespace, pods });
    return pods;
  }

  /** Like `select`, in whatever namespace: of workloads that name one. */
  public selectPlaced(selector: unknown): readonly Pods[] {
    this.addPlaced();
    return this.select(selector, ANYWHERE);
  }

  /** True if a label selector matches these pods, or one of them. */
  public matches(selector: unknown, pods: Pods): boolean {
    return isRecord(selector) && matches(foreseen(selector), pods);
  }

  private add(namespace: string, pods: Pods) {
    append(this.byNamespace, namespace, pods);
    for (const key of Object.keys(pods.labels)) { append(this.byLabel, labelKey(namespace, key, pods.labels[key]), pods); }
  }

  private compare(selector: Record<string, any>, namespace: string): readonly Pods[] {
    const wanted = foreseen(selector);
    const demandsNothing = wanted.podName === undefined && Object.keys(wanted.matchLabels).length === 0 && wanted.matchExpressions.length === 0;
    return demandsNothing ? this.in(namespace) : this.candidates(wanted, namespace).filter(pods => matches(wanted, pods));
  }

  private candidates({ matchLabels, matchExpressions }: ForeseenSelector, namespace: string): readonly Pods[] {
    const lists = Object.keys(matchLabels).map(key => this.byLabel.get(labelKey(namespace, key, matchLabels[key])) ?? []);
    for (const { key, operator, values } of matchExpressions) {
      if (operator === 'In') {
        const carrying = new Set(listOf(values).flatMap(value => this.byLabel.get(labelKey(namespace, key, value)) ?? []));
        lists.push([...carrying].sort((a, b) => this.positions.get(a)! - this.positions.get(b)!));
      }
    }
    return lists.reduce<readonly Pods[]>((rarest, list) => list.length < rarest.length ? list : rarest, this.in(namespace));
  }
}

/** A label selector without what cannot be foreseen, and that and the pod name it may ask for set apart. */
interface ForeseenSelector {
  readonly matchLabels: Readonly<Record<string, unknown>>;
  readonly matchExpressions: readonly any[];
  readonly podName: unknown;
  /** Counts where the template was read from a cluster and has these labels. */
  readonly unforeseen: Readonly<Record<string, unknown>>;
}

function foreseen(selector: Record<string, any>): ForeseenSelector {
  const labels = recordOf(selector.matchLabels);
  const matchExpressions = listOf(selector.matchExpressions).filter(expression => isRecord(expression) && isForeseen(expression.key));
  if (Object.keys(labels).every(isForeseen)) { return { matchLabels: labels, matchExpressions, podName: undefined, unforeseen: NOTHING }; }
  const [matchLabels, unforeseen] = [true, false].map(wanted =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => key !== POD_NAME && isForeseen(key) === wanted)));
  return { matchLabels, matchExpressions, podName: labels[POD_NAME], unforeseen };
}

const NOTHING: ForeseenSelector['unforeseen'] = {};

function isForeseen(label: string): boolean {
  return label !== POD_NAME && !UNFORESEEN.has(label);
}

function matches(selector: ForeseenSelector, pods: Pods): boolean {
  return matchesSelector(selector, pods.labels)
    && Object.keys(selector.unforeseen).every(key => !Object.hasOwn(pods.labels, key) || pods.labels[key] === selector.unforeseen[key])
    && (selector.podName === undefined || hasPod(pods.workload, selector.podName));
}

function podsOf(workload: Manifest): Pods | undefined {
  const template = isBuiltIn(workload.apiVersion) ? podTemplateOf(workload) : undefined;
  if (!template) { return undefined; }
  const labels: Record<string, string> = { ...recordOf(template.metadata.labels) };
  if (workload.kind === 'Job' && workload.metadata?.name) {
    labels['job-name'] = workload.metadata.name;
    labels['batch.kubernetes.io/job-name'] = workload.metadata.name;
  }
  return { workload, template, namespace: namespaceOf(workload), labels };
}

function hasPod(workload: Manifest, podName: unknown): boolean {
  const match = /^(.+)-(\d+)$/.exec(textOf(podName));
  if (workload.kind !== 'StatefulSet' || !match || match[1] !== workload.metadata?.name) { return false; }
  const { first, last } = ordinalsOf(workload);
  return Number(match[2]) >= first && Number(match[2]) <= last;
}

function labelKey(namespace: string, key: unknown, value: unknown): string {
  return `${namespace}/${textOf(key)}=${textOf(value)}`;
}
