import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, SystemProblem } from '../../engine/check';

const example = (port: string) => together(
  objectYaml('v1', 'Service', 'web', `spec: {selector: {app: web}, ports: [{port: 80, targetPort: ${port}}]}`),
  podYaml('containers: [{name: web, image: httpd:2.4.62, ports: [{name: web, containerPort: 80}]}]'));

export const serviceTargetPort: Check = {
  id: 'service-target-port',
  why: 'a Service sends nothing to a port name that no container has, and connections to a number that nobody listens on are refused',
  run: function* (_, { references }) {
    const openPorts = oncePerKey(openPortsOf);
    for (const { from, selector, namespaces } of references.selectionsFor('routes to')) {
      const pods = references.pods.select(selector, namespaces[0]);
      if (pods.length > 0) { yield* lostPorts(from, openPorts(pods)); }
    }
  },
  bad: example('http'),
  good: example('web'),
};

interface ContainerPort {
  readonly name?: string;
  readonly number?: number;
  readonly protocol: string;
}

/** The ports that the containers of some pods declare. */
interface OpenPorts {
  readonly known: readonly ContainerPort[];
  /** True if every pod declares some. */
  readonly allDeclare: boolean;
}

function* lostPorts(service: Manifest, { known, allDeclare }: OpenPorts): Iterable<SystemProblem> {
  const headless = recordOf(service.spec).clusterIP === 'None';
  for (const [i, value] of listOf(recordOf(service.spec).ports).entries()) {
    const port = recordOf(value);
    const target = port.targetPort ?? port.port;
    const protocol = textOf(port.protocol) || 'TCP';
    if (known.some(container => container.protocol === protocol && (container.name === target || container.number === target))) { continue; }
    if (typeof target === 'string') { yield lostName(service, i, target, protocol, known, headless); }
    // Ports need not be declared: a number is doubtful only if all pods declare others. A headless Service does not use it.
    if (typeof target === 'number' && allDeclare && !headless) { yield lostNumber(service, i, target, protocol, known); }
  }
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

function lostNumber(service: Manifest, index: number, target: number, protocol: string, known: readonly ContainerPort[]): SystemProblem {
  return {
    object: service,
    path: `/spec/ports/${index}`,
    severity: 'warning',
    message: `${titleOf(service)} sends to ${protocol} port ${target}, which no container of its pods declares${listed(known)}`,
    fix: 'write the port that the container listens on in targetPort, or declare this port in the container',
  };
}

function listed(known: readonly ContainerPort[]): string {
  const ports = [...new Set(known.map(({ name, number, protocol }) => `${name ? `${name} ` : ''}${number ?? ''}/${protocol}`))];
  return ports.length > 0 ? `; they have ${ports.slice(0, 6).join(', ')}` : '; they declare none';
}

function openPortsOf(pods: readonly Pods[]): OpenPorts {
  const portsByPod = pods.map(portsOf);
  const distinct = new Map(portsByPod.flat().map(port => [`${port.name} ${port.number} ${port.protocol}`, port]));
  return { known: [...distinct.values()], allDeclare: portsByPod.every(ports => ports.length > 0) };
}

function portsOf({ template }: Pods): ContainerPort[] {
  return ['containers', 'initContainers']
    .flatMap(list => listOf(template.spec[list]))
    .flatMap(container => listOf(recordOf(container).ports))
    .map(recordOf)
    .map(({ name, containerPort, protocol }) => ({ name: textOf(name), number: typeof containerPort === 'number' ? containerPort : undefined, protocol: textOf(protocol) || 'TCP' }));
}
