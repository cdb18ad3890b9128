import { Phase } from './phases';
import { podNames } from './set-steps';
import { commandLine, quoted, word } from './shell';
import { applyStep, inBash, kubectl, reference } from './step';
import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { World } from '../changes/world';

type Labels = Readonly<Record<string, unknown>>;

/** By it Services find the pods while their other labels change. */
const MARK = 'cdk8s-stateful/taken-over';

/** Services of both sides that pick pods by labels which change: without more they would have no endpoints in between. */
export function servicesThatLosePods(before: Manifest, after: Manifest, world: World): Manifest[] {
  const changed = new Set(Object.keys(labelsToSet(before, after)));
  return world.before.inventory.ofKind('Service').filter(service => {
    const [selector, next] = [service, world.after.same(service)].map(side => recordOf(recordOf(side?.spec).selector));
    return namespaceOf(service) === namespaceOf(before) && Object.keys(selector).some(key => changed.has(key))
      && picks(selector, labelsOf(before)) && picks(next, labelsOf(after));
  });
}

function picks(selector: Labels, labels: Labels): boolean {
  const entries = Object.entries(selector);
  return entries.length > 0 && entries.every(([key, value]) => labels[key] === value);
}

function labelsOf(set: Manifest): Labels {
  return recordOf(podTemplateOf(set)?.metadata.labels);
}

function labelsToSet(before: Manifest, after: Manifest): Record<string, string> {
  const old = labelsOf(before);
  return Object.fromEntries(Object.entries(labelsOf(after)).filter(([key, value]) => old[key] !== value).map(([key, value]) => [key, textOf(value)]));
}

/** Before anything else changes: Services find the pods by a mark. */
export function markPods(before: Manifest, services: readonly Manifest[]): Phase[] {
  if (services.length === 0) { return []; }
  return [{
    steps: [...labelled(before, { [MARK]: nameOf(before) }, 'Mark the pods, so that their Services find them while their labels change'), ...findByMark(before, services)],
    back: [applyStep('Let the Services find the pods by their labels again', referenceTo(services[0]), services), ...unmark(before, services)],
  }];
}

/** Merging would leave the old labels in the selector. */
export function findByMark(set: Manifest, services: readonly Manifest[]): PlanStep[] {
  const patch = [{ op: 'replace', path: '/spec/selector', value: { [MARK]: nameOf(set) } }];
  return services.map(service => kubectl({
    title: `Let Service ${service.metadata?.name} find the pods by the mark`,
    action: 'patch',
    object: reference('Service', namespaceOf(service), textOf(service.metadata?.name)),
    verb: ['patch'],
    options: ['--type', 'json', '-p', JSON.stringify(patch)],
  }, { patch: { spec: { selector: { [MARK]: nameOf(set) } } } }));
}

/** Pods that have restarted meanwhile have no mark. */
export function unmark(set: Manifest, services: readonly Manifest[]): PlanStep[] {
  if (services.length === 0) { return []; }
  const namespace = namespaceOf(set);
  return [{
    title: 'Take the mark off the pods',
    action: 'label',
    object: reference('Pod', namespace, ''),
    patch: { metadata: { labels: { [MARK]: null } } },
    ...inBash(`kubectl label pods -n ${word(namespace)} -l ${quoted(`${MARK}=${nameOf(set)}`)} ${MARK}-`),
  }];
}

/** Pods that run must carry the labels by which the new set finds them; one that is just gone will be made with them. */
export function labelPods(before: Manifest, after: Manifest): PlanStep[] {
  return labelled(before, labelsToSet(before, after), 'Label the pods so that the set takes them over');
}

function labelled(set: Manifest, labels: Readonly<Record<string, string>>, title: string): PlanStep[] {
  const entries = Object.entries(labels);
  if (entries.length === 0) { return []; }
  const pods = podNames(set);
  const argv = [
    'kubectl', 'label', 'pods', '-n', namespaceOf(set), '-l', `statefulset.kubernetes.io/pod-name in (${pods.join(',')})`,
    ...entries.map(([key, value]) => `${key}=${value}`), '--overwrite',
  ];
  return [{
    title: `${title}: ${pods.slice(0, 3).join(', ')}${pods.length > 3 ? ', ...' : ''}`,
    action: 'label',
    object: reference('Pod', namespaceOf(set), pods.length === 1 ? pods[0] : ''),
    argv,
    command: commandLine(argv),
    patch: { metadata: { labels } },
  }];
}

function nameOf(set: Manifest): string {
  return textOf(set.metadata?.name);
}
