import { Inventory, namespaceOf } from './inventory';
import { isBuiltIn } from './kinds';
import { Manifest, isRecord, listOf, recordOf } from './manifest';
import { Labels, matchesSelector } from './selector';
import { POD_KINDS, PodTemplate, ordinalsOf, podTemplateOf } from './workload';

/** The pods of one workload: alike in everything a selector may ask. */
export interface Pods {
  readonly workload: Manifest;
  readonly namespace: string;
  readonly template: PodTemplate;
  /** The labels of the template and those that the controller adds and that can be foreseen. */
  readonly labels: Labels;
}

/** Labels whose values only the controllers know: what selects by them is taken to match. */
const UNFORESEEN = ['pod-template-hash', 'controller-revision-hash', 'controller-uid', 'batch.kubernetes.io/controller-uid',
  'apps.kubernetes.io/pod-index', 'pod-template-generation'];

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
  private readonly byWorkload = new Map<Manifest, Pods>();

  constructor(inventory: Inventory) {
    this.all = POD_KINDS.flatMap(kind => inventory.ofKind(kind)).flatMap(podsOf);
    for (const pods of this.all) {
      this.byWorkload.set(pods.workload, pods);
      append(this.byNamespace, pods.namespace, pods);
      for (const [key, value] of Object.entries(pods.labels)) {
        append(this.byLabel, labelKey(pods.namespace, key, value), pods);
      }
    }
  }

  /** The pods of a workload; undefined if it creates none. */
  public of(workload: Manifest): Pods | undefined {
    return this.byWorkload.get(workload);
  }

  /** All pods of a namespace. */
  public in(namespace: string): readonly Pods[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** The pods of a namespace that a label selector matches. An absent selector matches none, an empty one all. */
  public select(selector: unknown, namespace: string): readonly Pods[] {
    if (!isRecord(selector)) { return []; }
    const { [POD_NAME]: podName, ...wanted } = recordOf(selector.matchLabels);
    for (const label of UNFORESEEN) { delete wanted[label]; }
    const expressions = listOf(selector.matchExpressions)
      .filter(expression => isRecord(expression) && !UNFORESEEN.includes(expression.key) && expression.key !== POD_NAME);
    if (podName === undefined && Object.keys(wanted).length === 0 && expressions.length === 0) { return this.in(namespace); }

    const foreseen = { matchLabels: wanted, matchExpressions: expressions };
    return this.candidates(wanted, expressions, namespace)
      .filter(pods => matchesSelector(foreseen, pods.labels) && (podName === undefined || hasPod(pods.workload, podName)));
  }

  private candidates(wanted: Record<string, unknown>, expressions: readonly any[], namespace: string): readonly Pods[] {
    const lists = Object.entries(wanted).map(([key, value]) => this.byLabel.get(labelKey(namespace, key, value)) ?? []);
    for (const { key, operator, values } of expressions) {
      if (operator === 'In') {
        lists.push([...new Set(listOf(values).flatMap(value => this.byLabel.get(labelKey(namespace, key, value)) ?? []))]);
      }
    }
    return lists.reduce<readonly Pods[]>((rarest, list) => list.length < rarest.length ? list : rarest, this.in(namespace));
  }
}

function podsOf(workload: Manifest): Pods[] {
  const template = isBuiltIn(workload.apiVersion) ? podTemplateOf(workload) : undefined;
  if (!template) { return []; }
  const labels: Record<string, string> = { ...recordOf(template.metadata.labels) };
  if (workload.kind === 'Job' && workload.metadata?.name) {
    labels['job-name'] = workload.metadata.name;
    labels['batch.kubernetes.io/job-name'] = workload.metadata.name;
  }
  return [{ workload, template, namespace: namespaceOf(workload), labels }];
}

function hasPod(workload: Manifest, podName: unknown): boolean {
  const match = /^(.+)-(\d+)$/.exec(String(podName));
  if (workload.kind !== 'StatefulSet' || !match || match[1] !== workload.metadata?.name) { return false; }
  const { first, last } = ordinalsOf(workload);
  return Number(match[2]) >= first && Number(match[2]) <= last;
}

function labelKey(namespace: string, key: string, value: unknown): string {
  return `${namespace}/${key}=${value}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) { list.push(value); } else { map.set(key, [value]); }
}
