import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../inventory';

/** What an object wants of the pods it selects. */
export type SelectionRelation =
  | 'allows from'
  | 'allows to'
  | 'keeps away from'
  | 'keeps near'
  | 'manages'
  | 'protects'
  | 'restricts'
  | 'routes to'
  | 'spreads';

/** A field of an object that picks pods by their labels. */
export interface Selection {
  readonly from: Manifest;
  /** JSON pointer to the selector. */
  readonly path: string;
  readonly relation: SelectionRelation;
  /** A label selector with `matchLabels` and `matchExpressions`. */
  readonly selector: Record<string, any>;
  /** Names of namespaces to look in, beside those that `namespaceSelector` matches. */
  readonly namespaces: readonly string[];
  /** Picks more namespaces by their labels; an empty one means all. */
  readonly namespaceSelector?: Record<string, any>;
  /** True if a pod is not placed where the rule cannot be kept. */
  readonly required?: boolean;
}

/** Every selector of the object that picks pods. Services and policies without a selector pick none. */
export function selectionsOf(manifest: Manifest): readonly Selection[] {
  const selections: Selection[] = [];
  addSelections(selections, manifest);
  return selections;
}

/** Adds them to a list. */
export function addSelections(into: Selection[], manifest: Manifest) {
  if (!isBuiltIn(manifest.apiVersion)) { return; }
  const spec = recordOf(manifest.spec);
  switch (manifest.kind) {
    case 'Service':
      if (isRecord(spec.selector) && Object.keys(spec.selector).length > 0 && spec.type !== 'ExternalName') {
        into.push(ownSelection(manifest, 'routes to', { matchLabels: spec.selector }));
      }
      return;
    case 'PodDisruptionBudget':
      if (isRecord(spec.selector)) { into.push(ownSelection(manifest, 'protects', spec.selector)); }
      return;
    case 'NetworkPolicy':
      into.push(...policySelections(manifest, spec));
      return;
    default:
      addSelectionsOfPods(into, manifest, spec);
  }
}

function addSelectionsOfPods(into: Selection[], workload: Manifest, spec: Record<string, any>) {
  const template = podTemplateOf(workload);
  if (!template) { return; }
  if (isRecord(spec.selector) && !UNMANAGED.has(workload.kind)) { into.push(ownSelection(workload, 'manages', ownSelector(workload, spec.selector))); }
  const { affinity, topologySpreadConstraints } = template.spec;
  if (topologySpreadConstraints) { addSpreads(into, workload, topologySpreadConstraints, `${template.path}/spec`); }
  if (isRecord(affinity)) {
    const path = `${template.path}/spec/affinity`;
    into.push(...affinityTerms(workload, affinity.podAffinity, `${path}/podAffinity`, 'keeps near'));
    into.push(...affinityTerms(workload, affinity.podAntiAffinity, `${path}/podAntiAffinity`, 'keeps away from'));
  }
}

/** Kinds whose selector is made by the server. */
const UNMANAGED: ReadonlySet<string> = new Set(['Pod', 'Job', 'CronJob']);

function ownSelection(from: Manifest, relation: SelectionRelation, selector: Record<string, any>): Selection {
  return { from, path: '/spec/selector', relation, selector, namespaces: [namespaceOf(from)] };
}

/** A ReplicationController's selector is a plain mapping. */
function ownSelector(manifest: Manifest, selector: Record<string, any>): Record<string, any> {
  return manifest.kind === 'ReplicationController' ? { matchLabels: selector } : selector;
}

function policySelections(policy: Manifest, spec: Record<string, any>): Selection[] {
  const own = [namespaceOf(policy)];
  const peers = (direction: 'ingress' | 'egress', side: 'from' | 'to') =>
    listOf(spec[direction]).flatMap((rule, i) => listOf(recordOf(rule)[side]).flatMap((value, j): Selection[] => {
      const peer = recordOf(value);
      if (!isRecord(peer.podSelector) && !isRecord(peer.namespaceSelector)) { return []; }
      return [{
        from: policy,
        path: `/spec/${direction}/${i}/${side}/${j}`,
        relation: `allows ${side}`,
        selector: recordOf(peer.podSelector),
        namespaces: isRecord(peer.namespaceSelector) ? [] : own,
        ...isRecord(peer.namespaceSelector) && { namespaceSelector: peer.namespaceSelector },
      }];
    }));
  return [
    { from: policy, path: '/spec/podSelector', relation: 'restricts', selector: recordOf(spec.podSelector), namespaces: own },
    ...peers('ingress', 'from'),
    ...peers('egress', 'to'),
  ];
}

function addSpreads(into: Selection[], from: Manifest, constraints: unknown, path: string) {
  listOf(constraints).forEach((constraint, i) => {
    const { labelSelector, whenUnsatisfiable } = recordOf(constraint);
    if (!isRecord(labelSelector)) { return; }
    into.push({
      from,
      path: `${path}/topologySpreadConstraints/${i}/labelSelector`,
      relation: 'spreads',
      selector: labelSelector,
      namespaces: [namespaceOf(from)],
      required: whenUnsatisfiable !== 'ScheduleAnyway',
    });
  });
}

function affinityTerms(from: Manifest, affinity: unknown, path: string, relation: SelectionRelation): Selection[] {
  if (!isRecord(affinity)) { return []; }
  const own = [namespaceOf(from)];
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
  const terms = [
    ...listOf(recordOf(affinity)[required]).map((term, i) => ({ term: recordOf(term), at: `${path}/${required}/${i}`, isRequired: true })),
    ...listOf(recordOf(affinity)[preferred]).map((weighted, i) => ({
      term: recordOf(recordOf(weighted).podAffinityTerm), at: `${path}/${preferred}/${i}/podAffinityTerm`, isRequired: false,
    })),
  ];
  return terms.filter(({ term }) => isRecord(term.labelSelector)).map(({ term, at, isRequired }) => {
    const named = listOf(term.namespaces).filter(name => typeof name === 'string');
    const bySelector = isRecord(term.namespaceSelector);
    return {
      from,
      path: `${at}/labelSelector`,
      relation,
      selector: term.labelSelector,
      required: isRequired,
      namespaces: named.length > 0 || bySelector ? named : own,
      ...bySelector && { namespaceSelector: term.namespaceSelector },
    };
  });
}
