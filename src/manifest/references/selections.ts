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
  if (!isBuiltIn(manifest.apiVersion)) { return []; }
  const spec = recordOf(manifest.spec);
  const own = { from: manifest, namespaces: [namespaceOf(manifest)] };
  switch (manifest.kind) {
    case 'Service':
      return isRecord(spec.selector) && Object.keys(spec.selector).length > 0 && spec.type !== 'ExternalName'
        ? [{ ...own, path: '/spec/selector', relation: 'routes to', selector: { matchLabels: spec.selector } }]
        : [];
    case 'PodDisruptionBudget':
      return isRecord(spec.selector) ? [{ ...own, path: '/spec/selector', relation: 'protects', selector: spec.selector }] : [];
    case 'NetworkPolicy':
      return policySelections(manifest, spec);
    case 'Pod': case 'Job': case 'CronJob':
      return podSelections(manifest);
    default: {
      const managed: Selection[] = isRecord(spec.selector) && podTemplateOf(manifest)
        ? [{ ...own, path: '/spec/selector', relation: 'manages', selector: ownSelector(manifest, spec.selector) }]
        : [];
      return [...managed, ...podSelections(manifest)];
    }
  }
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

/** Spread constraints and (anti-)affinity of a pod. */
function podSelections(workload: Manifest): Selection[] {
  const template = podTemplateOf(workload);
  if (!template) { return []; }
  const own = [namespaceOf(workload)];
  const path = `${template.path}/spec`;
  const spreads = listOf(template.spec.topologySpreadConstraints)
    .flatMap((constraint, i): Selection[] => isRecord(recordOf(constraint).labelSelector)
      ? [{
        from: workload,
        path: `${path}/topologySpreadConstraints/${i}/labelSelector`,
        relation: 'spreads',
        selector: constraint.labelSelector,
        namespaces: own,
        required: constraint.whenUnsatisfiable !== 'ScheduleAnyway',
      }]
      : []);
  const { affinity } = template.spec;
  if (!isRecord(affinity)) { return spreads; }
  return [
    ...spreads,
    ...affinityTerms(workload, affinity.podAffinity, `${path}/affinity/podAffinity`, 'keeps near', own),
    ...affinityTerms(workload, affinity.podAntiAffinity, `${path}/affinity/podAntiAffinity`, 'keeps away from', own),
  ];
}

function affinityTerms(
  from: Manifest, affinity: unknown, path: string, relation: SelectionRelation, own: readonly string[],
): Selection[] {
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
