import { Manifest, groupOf, recordOf } from '../../kubernetes/manifest';
import { matchesLabels } from '../../kubernetes/selector';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { Selection, SelectionRelation } from '../../manifest/references/selections';
import { ChangeStatement, Rule } from '../changes/rule';
import { isService } from '../changes/service';
import { Update, differsUnder } from '../changes/update';
import { World } from '../changes/world';

const DNS = 'pods of the set lose their DNS names, and members do not find each other';

/** The Service that gives a set's pods their names. */
function governingChanged(update: Update, world: World): ChangeStatement[] {
  const { given, after } = update;
  const sets = isService(after) ? world.after.governedBy(after) : [];
  if (sets.length === 0) { return []; }
  const hits: ChangeStatement[] = [];
  const [old, next] = [recordOf(given.before.spec), recordOf(given.after.spec)];
  if (next.type === 'ExternalName') {
    return old.type === 'ExternalName' ? [] : [{ path: '/spec/type', part: 'type', message: `the Service becomes a name for a host outside: ${DNS}` }];
  }
  if (old.clusterIP === 'None' && !next.clusterIP) {
    hits.push({
      path: '/spec/clusterIP',
      part: 'clusterIP',
      before: 'None',
      message: `clusterIP: None is left out. The running Service stays headless, but the next time it is created it is not, and ${DNS}`,
    });
  }
  const selector = recordOf(recordOf(after.spec).selector);
  const lost = (set: Manifest) => Object.keys(selector).length === 0 || !matchesLabels(selector, recordOf(podTemplateOf(set)?.metadata.labels));
  const set = differsUnder(update, '/spec/selector') ? sets.find(lost) : undefined;
  if (set) {
    hits.push({ path: '/spec/selector', part: 'selector', message: `the selector does not match the pods of StatefulSet '${set.metadata?.name}' any more: ${DNS}` });
  }
  return hits;
}

function governingRemoved(service: Manifest, world: World): ChangeStatement[] {
  const [set] = isService(service) ? world.after.governedBy(service) : [];
  return set ? [{ path: '', message: `StatefulSet '${set.metadata?.name}' names this Service in serviceName: ${DNS}` }] : [];
}

/** What picked the pods by label and does not any more. */
function unmatched({ given, differences }: Update, world: World): ChangeStatement[] {
  const [old, next] = [podTemplateOf(given.before), podTemplateOf(given.after)];
  if (!old || !next || !differences.some(({ path }) => path.startsWith(`${next.path}/metadata`))) { return []; }
  const namespace = namespaceOf(given.after);
  const still = new Set(world.after.selectors.matching(namespace, recordOf(next.metadata.labels)).map(partOf));
  return world.before.selectors.matching(namespace, recordOf(old.metadata.labels))
    .filter(selection => world.after.same(selection.from) && !still.has(partOf(selection)))
    .map(selection => ({ ...selection, part: partOf(selection) }))
    .map(({ from, relation, part }) => ({
      path: `${next.path}/metadata/labels`,
      part,
      message: `${from.kind} '${from.metadata?.name}' ${VERBS[relation] ?? relation} the pods by labels that they do not carry any more`,
    }));
}

/** How a policy that names pods as peers is said. */
const VERBS: Partial<Record<SelectionRelation, string>> = { 'allows from': 'lets in', 'allows to': 'lets others reach' };

function partOf({ from: { kind, apiVersion, metadata }, relation }: Selection): string {
  const side = relation.startsWith('allows ') ? `.${relation.slice('allows '.length)}` : '';
  return `${groupOf(apiVersion) || 'core'}.${kind}.${metadata?.name}${side}`;
}

export const SERVICE_DANGERS: readonly Rule[] = [
  {
    id: 'governing-service-changed',
    title: 'Governing Service of a set changed or removed',
    effect: 'access',
    kinds: ['Service'],
    fields: 'spec.clusterIP, spec.selector, the whole object',
    why: 'pods of a StatefulSet get DNS names only from the headless Service that serviceName names',
    fix: 'keep clusterIP: None, and let the selector be the set\'s own',
    updated: governingChanged,
    removed: governingRemoved,
  },
  {
    id: 'selected-labels-removed',
    title: 'Pod labels that something selected',
    effect: 'access',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'Pod'],
    fields: 'spec.template.metadata.labels',
    why: 'Services, disruption budgets and network policies pick pods by label, and say nothing when none match',
    fix: 'keep the labels that selectors name, or change the selectors with them',
    updated: unmatched,
  },
];
