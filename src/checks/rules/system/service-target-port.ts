import { objectYaml, podYaml, together } from './examples';
import type { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once, oncePerKey } from '../../../kubernetes/once';
import { append } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { onVersion } from '../../../reports/on-versions';
import { Check, SystemProblem } from '../../engine/check';

const example = (port: string) => together(
  objectYaml('v1', 'Service', 'web', `spec: {selector: {app: web}, ports: [{port: 80, targetPort: ${port}}]}`),
  podYaml('containers: [{name: web, image: httpd:2.4.62, ports: [{name: web, containerPort: 80}]}]'));

export const serviceTargetPort: Check = {
  id: 'service-target-port',
  why: 'a Service sends nothing to a port name that no container has, and connections to a number that nobody listens on are refused',
  run: function* (_, { references, model }) {
    const openPorts = oncePerKey(openPortsOf);
    for (const { from, selector, namespaces } of references.selectionsFor('routes to')) {
      const pods = references.pods.select(selector, namespaces[0]);
      if (pods.length > 0) { yield* lostPorts(from, openPorts(pods), model); }
    }
  },
  bad: example('http'),
  good: example('web'),
};

/** Since then Services find the ports of sidecars by their names (k8s.io/endpointslice, FindPort). */
const NAMES_OF_SIDECARS_SINCE = '1.33';

interface ContainerPort {
  readonly name?: string;
  readonly number?: number;
  readonly protocol: string;
  /** It is one of an init container that goes on running. */
  readonly ofSidecar: boolean;
}

/** The ports that the containers of some pods declare. */
interface OpenPorts {
  readonly known: readonly ContainerPort[];
  /** By protocol and name, and by protocol and number. */
  readonly byTarget: ReadonlyMap<string, readonly ContainerPort[]>;
  /** True if every pod declares some, and not only those that are watched. */
  readonly allDeclare: boolean;
}

/** Names of ports that people declare because a monitor looks for them, where all others are left out. */
const WATCHED = /prom|metric|monitor|health|probe/i;

function* lostPorts(service: Manifest, { known, byTarget, allDeclare }: OpenPorts, model: ApiModel): Iterable<SystemProblem> {
  const headless = recordOf(service.spec).clusterIP === 'None';
  const ports = listOf(recordOf(service.spec).ports).map(targetOf);
  const matchingOf = (port: Target) => byTarget.get(keyOf(port)) ?? [];
  // Where another port fits, the program is the right one and declares a part of its ports.
  const fitsElsewhere = once(() => ports.some(port => matchingOf(port).length > 0));
  for (const [i, { target, protocol }] of ports.entries()) {
    const matching = matchingOf(ports[i]);
    if (matching.some(({ ofSidecar }) => !ofSidecar || typeof target === 'number' || model.isSince(NAMES_OF_SIDECARS_SINCE))) { continue; }
    if (matching.length > 0) { yield nameOfSidecar(service, i, matching[0], headless, model); continue; }
    if (typeof target === 'string') { yield lostName(service, i, target, protocol, known, headless); }
    // Ports need not be declared: a number is doubtful only if all pods declare others. A headless Service does not use it.
    if (typeof target === 'number' && allDeclare && !headless) {
      yield { ...lostNumber(service, i, target, protocol, known), severity: fitsElsewhere() ? 'info' : 'warning' };
    }
  }
}

/** Where a port of a Service leads. */
interface Target {
  readonly target: unknown;
  readonly protocol: string;
}

/** A name is no number: `80` and `"80"` are different targets. */
function keyOf({ target, protocol }: Target): string {
  return `${protocol} ${JSON.stringify(target)}`;
}

function targetOf(value: unknown): Target {
  const { targetPort, port, protocol } = recordOf(value);
  return { target: targetPort ?? port, protocol: textOf(protocol) || 'TCP' };
}

function lostName(
  service: Manifest, index: number, target: string, protocol: string, known: readonly ContainerPort[], headless: boolean,
): SystemProblem {
  return {
    object: service,
    path: `/spec/ports/${index}/targetPort`,
    severity: headless ? 'warning' : 'error',
    message: `${titleOf(service)} sends to the ${protocol} port named '${target}', which no container of its pods has${listed(known)}`,
    fix: 'write a port name of a container, or give the container port this name',
  };
}

function nameOfSidecar(service: Manifest, index: number, { name, number }: ContainerPort, headless: boolean, model: ApiModel): SystemProblem {
  return {
    object: service,
    path: `/spec/ports/${index}/targetPort`,
    severity: headless ? 'warning' : 'error',
    message: `${titleOf(service)} sends to the port named '${name}' of a sidecar, and Services find those by number only ${onVersion(model)}; by name they do since ${NAMES_OF_SIDECARS_SINCE}`,
    fix: `write targetPort: ${number}`,
  };
}

function lostNumber(service: Manifest, index: number, target: number, protocol: string, known: readonly ContainerPort[]): SystemProblem {
  const numbers = new Set(known.filter(port => port.protocol === protocol && !port.ofSidecar).map(({ number }) => number));
  const [only] = numbers.size === 1 ? numbers : [];
  return {
    object: service,
    path: `/spec/ports/${index}`,
    message: `${titleOf(service)} sends to ${protocol} port ${target}, which no container of its pods declares${listed(known)}`,
    fix: `write ${only === undefined ? 'the port that the container listens on in targetPort' : `targetPort: ${only}`}, or declare this port in the container`,
  };
}

function listed(known: readonly ContainerPort[]): string {
  const ports = [...new Set(known.map(({ name, number, protocol }) => `${name ? `${name} ` : ''}${number ?? ''}/${protocol}`))];
  return ports.length > 0 ? `; they have ${ports.slice(0, 6).join(', ')}` : '; they declare none';
}

function openPortsOf(pods: readonly Pods[]): OpenPorts {
  const portsByPod = pods.map(portsOf);
  const allDeclare = pods.every((pod, i) => declaresAll(pod, portsByPod[i]));
  const known = portsByPod.length === 1 && portsByPod[0].length < 2 ? portsByPod[0]
    : [...new Map(portsByPod.flat().map(port => [`${port.name} ${port.number} ${port.protocol}`, port])).values()];
  const byTarget = new Map<string, ContainerPort[]>();
  for (const port of known) {
    for (const target of [port.name, port.number]) {
      if (target !== undefined) { append(byTarget, keyOf({ target, protocol: port.protocol }), port); }
    }
  }
  return { known, byTarget, allDeclare };
}

/** In the network of the node each declared port is taken there, so people leave out what they can. */
function declaresAll({ template }: Pods, ports: readonly ContainerPort[]): boolean {
  return template.spec.hostNetwork !== true && ports.some(({ name }) => !WATCHED.test(name ?? ''));
}

function portsOf({ template }: Pods): ContainerPort[] {
  const ports: ContainerPort[] = [];
  for (const container of listOf(template.spec.containers)) { addPorts(ports, container, false); }
  for (const container of listOf(template.spec.initContainers)) {
    if (recordOf(container).restartPolicy === 'Always') { addPorts(ports, container, true); }
  }
  return ports;
}

function addPorts(into: ContainerPort[], container: unknown, ofSidecar: boolean) {
  for (const port of listOf(recordOf(container).ports)) {
    const { name, containerPort, protocol } = recordOf(port);
    into.push({ name: textOf(name), number: typeof containerPort === 'number' ? containerPort : undefined, protocol: textOf(protocol) || 'TCP', ofSidecar });
  }
}
