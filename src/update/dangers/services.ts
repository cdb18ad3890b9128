import { namespaceOf } from '../../manifest/inventory';
import { Manifest, groupOf, recordOf } from '../../manifest/manifest';
import { matchesLabels } from '../../manifest/selector';
import { podTemplateOf } from '../../manifest/workload';
import { isService } from '../service';
import { EffectRule, Hit, Update, changedUnder } from '../update';
import { World } from '../world';

const DNS = 'pods of the set lose their DNS names, and members do not find each other';

/** D12: the Service that gives a set's pods their names. */
function governingChanged(update: Update, world: World): Hit[] {
  const { given, after } = update;
  const [set] = isService(after) ? world.after.governedBy(after) : [];
  if (!set) { return []; }
  const hits: Hit[] = [];
  const [old, next] = [recordOf(given.before.spec), recordOf(given.after.spec)];
  if (old.clusterIP === 'None' && !next.clusterIP) {
    hits.push({
      path: '/spec/clusterIP',
      part: 'clusterIP',
      before: 'None',
      message: `clusterIP: None is left out. The running Service stays headless, but the next time it is created it is not, and ${DNS}`,
    });
  }
  const labels = recordOf(podTemplateOf(set)?.metadata.labels);
  const selector = recordOf(recordOf(after.spec).selector);
  if (changedUnder(update, '/spec/selector') && (Object.keys(selector).length === 0 || !matchesLabels(selector, labels))) {
    hits.push({ path: '/spec/selector', part: 'selector', message: `the selector does not match the pods of StatefulSet '${set.metadata?.name}' any more: ${DNS}` });
  }
  return hits;
}

function governingRemoved(service: Manifest, world: World): Hit[] {
  const [set] = isService(service) ? world.after.governedBy(service) : [];
  return set ? [{ path: '', message: `StatefulSet '${set.metadata?.name}' names this Service in serviceName: ${DNS}` }] : [];
}

/** D15: what picked the pods by label and does not any more. */
function unmatched({ given, changes }: Update, world: World): Hit[] {
  const [old, next] = [podTemplateOf(given.before), podTemplateOf(given.after)];
  if (!old || !next || !changes.some(({ path }) => path.startsWith(`${next.path}/metadata`))) { return []; }
  const namespace = namespaceOf(given.after);
  const still = new Set(world.after.selectors.matching(namespace, recordOf(next.metadata.labels)).map(({ from }) => nameOf(from)));
  return world.before.selectors.matching(namespace, recordOf(old.metadata.labels))
    .filter(({ from }) => world.after.same(from) && !still.has(nameOf(from)))
    .map(({ from, relation }) => ({
      path: `${next.path}/metadata/labels`,
      part: nameOf(from),
      message: `${from.kind} '${from.metadata?.name}' ${relation} the pods by labels that they do not carry any more`,
    }));
}

function nameOf({ kind, apiVersion, metadata }: Manifest): string {
  return `${groupOf(apiVersion) || 'core'}.${kind}.${metadata?.name}`;
}

export const SERVICE_DANGERS: readonly EffectRule[] = [
  {
    id: 'D12',
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
    id: 'D15',
    title: 'Pod labels that something selected',
    effect: 'access',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'Pod'],
    fields: 'spec.template.metadata.labels',
    why: 'Services, disruption budgets and network policies pick pods by label, and say nothing when none match',
    fix: 'keep the labels that selectors name, or change the selectors with them',
    updated: unmatched,
  },
];
