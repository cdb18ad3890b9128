import { objectYaml, together } from './examples';
import { OF_THE_CLUSTER, describeSelector } from './selecting';
import { Manifest, groupOf, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { Labels, matchesSelector } from '../../../kubernetes/selector';
import { podTemplateOf, portNamesOf } from '../../../kubernetes/workload';
import { append, groupBy } from '../../../manifest/group-by';
import { DEFAULT_NAMESPACE, Inventory, isPlaced, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (port: string) => together(
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{name: http, port: 80}]}').replace('{name: web}', '{name: web, labels: {app: web}}'),
  objectYaml('apps/v1', 'Deployment', 'web', 'spec:', '  selector: {matchLabels: {app: web}}', '  template:', '    metadata: {labels: {app: web}}',
    '    spec: {containers: [{name: web, image: httpd:2.4.62}]}'),
  objectYaml('monitoring.coreos.com/v1', 'ServiceMonitor', 'web', `spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: ${port}}]}`));

export const monitorSelectsPorts: Check = {
  id: 'monitor-selects-ports',
  why: 'a monitor whose labels or port names fit nothing collects no metrics, and nobody is told',
  severity: 'warning',
  run: function* (inventory, { references, cluster }) {
    const services = () => inventory.ofKind('Service').map(service => ({ labels: labelsOf(service), namespace: placeOf(service), ports: servicePorts(service) }));
    const pods = () => references.pods.all.map(({ labels, workload }) => ({ labels, namespace: placeOf(workload), ports: containerPorts(workload) }));
    yield* lostPortsOf(monitorsOf(inventory, 'ServiceMonitor'), services, 'Service', 'endpoints', cluster.complete);
    yield* lostPortsOf(monitorsOf(inventory, 'PodMonitor'), pods, 'pod', 'podMetricsEndpoints', cluster.complete);
  },
  bad: example('metrics'),
  good: example('http'),
};

/** The labels of Service `kubernetes`, which every cluster has in namespace `default`. */
const API_SERVER: Labels = { component: 'apiserver', provider: 'kubernetes' };

/** No namespace has this name. */
const UNNAMED = '';

/** What a monitor may choose. */
interface Target {
  readonly labels: Labels;
  readonly namespace: string;
  /** The names of its ports. */
  readonly ports: readonly unknown[];
}

function monitorsOf(inventory: Inventory, kind: string): readonly Manifest[] {
  return inventory.ofKind(kind).filter(({ apiVersion }) => groupOf(apiVersion) === 'monitoring.coreos.com');
}

function* lostPortsOf(
  monitors: readonly Manifest[], targets: () => readonly Target[], what: string, field: string, complete: boolean,
): Iterable<SystemProblem> {
  if (monitors.length === 0) { return; }
  const byNamespace = groupBy(targets(), ({ namespace }) => namespace);
  const within = (namespaces: readonly string[]) => namespaces.flatMap(namespace => byNamespace.get(namespace) ?? []);
  const byLabel = once(() => {
    const found = new Map<string, Target[]>();
    for (const target of [...byNamespace].flatMap(([namespace, all]) => namespace === UNNAMED ? [] : all)) {
      for (const [key, value] of Object.entries(target.labels)) { append(found, `${key}=${textOf(value)}`, target); }
    }
    return found;
  });
  for (const monitor of monitors) {
    const namespaces = namespacesOf(monitor, byNamespace);
    const later = () => complete ? [] : within(namespaces.includes(UNNAMED) ? [...byNamespace.keys()] : [UNNAMED]);
    if (mayMeanCluster(monitor, namespaces)) {
      yield* lostPorts(monitor, [], () => [...within(namespaces), ...later()], () => [], what, field);
    } else {
      const elsewhere = () => asksItsOwn(monitor) ? (byLabel().get(firstLabel(monitor)!) ?? []).slice(0, COMPARED) : [];
      yield* lostPorts(monitor, within(namespaces), later, elsewhere, what, field);
    }
  }
}

/** @param later what may be in its namespaces once all is applied: who names no namespace goes to the one in which the others are */
function* lostPorts(
  monitor: Manifest, near: readonly Target[], later: () => readonly Target[], elsewhere: () => readonly Target[], what: string, field: string,
): Iterable<SystemProblem> {
  const { selector, [field]: endpoints } = recordOf(monitor.spec);
  if (!isRecord(selector)) { return; }
  const chosenOf = (all: readonly Target[]) => all.filter(({ labels }) => matchesSelector(selector, labels));
  const here = chosenOf(near);
  const chosen = here.length > 0 ? here : chosenOf(later());
  if (chosen.length === 0) {
    const namespaces = [...new Set(chosenOf(elsewhere()).map(({ namespace }) => namespace))];
    if (namespaces.length === 1) {
      yield {
        object: monitor,
        path: '/spec/selector',
        message: `${titleOf(monitor)} looks into its own namespace alone, and the ${what} that it selects by ${describeSelector(selector)} is in namespace '${namespaces[0]}'`,
        fix: `write namespaceSelector: {matchNames: [${namespaces[0]}]} in its spec`,
      };
      return;
    }
    // Where there is nothing to choose from, it stands among other manifests.
    if (near.length === 0) { return; }
    yield {
      object: monitor,
      path: '/spec/selector',
      message: `${titleOf(monitor)} selects ${describeSelector(selector)}, and no ${what} of its namespaces has these labels`,
      fix: `write labels of a ${what}`,
    };
    return;
  }
  const names = [...new Set(chosen.flatMap(({ ports }) => ports))].filter(name => typeof name === 'string');
  for (const [index, endpoint] of listOf(endpoints).entries()) {
    const { port } = recordOf(endpoint);
    if (typeof port !== 'string' || names.includes(port)) { continue; }
    yield {
      object: monitor,
      path: `/spec/${field}/${index}/port`,
      message: `${titleOf(monitor)} reads the port '${port}', which no ${what} that it selects has${names.length > 0 ? `; they have ${names.slice(0, 6).join(', ')}` : ''}`,
      fix: `write the name of a port of the ${what}`,
    };
  }
}

/** True if what a monitor looks for may be what every cluster has: the API server, or what runs in `kube-system`. */
function mayMeanCluster({ spec }: Manifest, namespaces: readonly string[]): boolean {
  return namespaces.includes(OF_THE_CLUSTER)
    || namespaces.includes(DEFAULT_NAMESPACE) && matchesSelector(recordOf(recordOf(spec).selector), API_SERVER);
}

/** Beyond this many with one label, no more are compared with a monitor. */
const COMPARED = 100;

/** The first label that a monitor asks for, as text. */
function firstLabel({ spec }: Manifest): string | undefined {
  const [label] = Object.entries(recordOf(recordOf(recordOf(spec).selector).matchLabels));
  return label && `${label[0]}=${textOf(label[1])}`;
}

/** True for a monitor that says in which namespace it is, and not in which the others are. */
function asksItsOwn(monitor: Manifest): boolean {
  return isPlaced(monitor) && recordOf(monitor.spec).namespaceSelector === undefined && firstLabel(monitor) !== undefined;
}

/** A monitor looks into its own namespace, unless it says otherwise. */
function namespacesOf(monitor: Manifest, known: ReadonlyMap<string, unknown>): readonly string[] {
  const { any, matchNames } = recordOf(recordOf(monitor.spec).namespaceSelector);
  const names = listOf(matchNames);
  return any === true ? [...known.keys()] : names.length > 0 ? names : [placeOf(monitor)];
}

/** Objects without a namespace are in one of their own, as far as it is known. */
function placeOf(manifest: Manifest): string {
  return isPlaced(manifest) ? namespaceOf(manifest) : UNNAMED;
}

function labelsOf({ metadata }: Manifest): Labels {
  return recordOf(metadata?.labels);
}

function servicePorts({ spec }: Manifest): unknown[] {
  return listOf(recordOf(spec).ports).map(port => recordOf(port).name);
}

function containerPorts(workload: Manifest): unknown[] {
  const template = podTemplateOf(workload);
  return template ? portNamesOf(template) : [];
}
