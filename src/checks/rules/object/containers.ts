import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, forRepeated, isGiven, isText } from './rule';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const containerNames: Rule = {
  id: 'duplicate-container-name',
  why: 'a container is known by its name; the API server refuses a Pod in which two containers, init containers included, share one',
  fix: 'give each container and init container a name of its own',
  bad: podExample('containers: [{name: web, image: a:1}, {name: web, image: b:1}]'),
  good: podExample('containers: [{name: web, image: a:1}, {name: log, image: b:1}]'),
};

export const portNames: Rule = {
  id: 'duplicate-port-name',
  why: 'Services and probes find a port by its name, so the API server refuses a container with two ports of one name',
  fix: 'give each port of the container a name of its own',
  bad: containerExample('ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]'),
  good: containerExample('ports: [{name: http, containerPort: 80}, {name: admin, containerPort: 81}]'),
};

export const hostPorts: Rule = {
  id: 'duplicate-host-port',
  why: 'a port of the node can be handed to one container only',
  fix: 'take another hostPort, or leave hostPort out and reach the Pod through a Service',
  bad: containerExample('ports: [{containerPort: 80, hostPort: 8080}, {containerPort: 81, hostPort: 8080}]'),
  good: containerExample('ports: [{containerPort: 80, hostPort: 8080}, {containerPort: 81, hostPort: 8081}]'),
};

export const hostNetworkPort: Rule = {
  id: 'host-network-port',
  why: 'with hostNetwork a container listens on the node itself, so hostPort and containerPort are the same port',
  fix: 'leave hostPort out, or make it equal to containerPort',
  bad: podExample('hostNetwork: true', 'containers: [{name: web, image: a:1, ports: [{containerPort: 80, hostPort: 8080}]}]'),
  good: podExample('hostNetwork: true', 'containers: [{name: web, image: a:1, ports: [{containerPort: 80}]}]'),
};

export const initContainerFields: Rule = {
  id: 'init-container-field',
  why: 'an init container runs to its end before the Pod starts, so it can have neither probes nor lifecycle hooks, unless it is a sidecar',
  fix: 'remove the field, make this a normal container, or from Kubernetes 1.29 on write restartPolicy: Always',
  bad: podExample('initContainers: [{name: init, image: a:1, livenessProbe: {exec: {command: [ls]}}}]'),
  good: podExample('initContainers: [{name: init, image: a:1, command: [ls]}]'),
};

export const ephemeralContainers: Rule = {
  id: 'ephemeral-containers',
  why: 'ephemeral containers are for debugging a running Pod and can only be added to one (kubectl debug)',
  fix: 'remove ephemeralContainers from the manifest',
  bad: podExample('ephemeralContainers: [{name: debug, image: a:1}]'),
  good: podExample('containers: [{name: web, image: a:1}]'),
};

export const imageWhitespace: Rule = {
  id: 'image-whitespace',
  podsOnly: {},
  why: 'the API server refuses a Pod whose image has spaces around it; a template is accepted, and its Pods are refused',
  fix: 'remove the spaces around the image',
  bad: podExample("containers: [{name: web, image: 'httpd:2.4 '}]"),
  good: podExample("containers: [{name: web, image: 'httpd:2.4'}]"),
};

export const CONTAINER_RULES = [
  containerNames, portNames, hostPorts, hostNetworkPort, initContainerFields, ephemeralContainers, imageWhitespace,
];

const NOT_FOR_INIT_CONTAINERS = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

export function checkContainers(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  forRepeated(containers, ({ container }) => container.name, ({ container, at }) =>
    broken(containerNames, `${at}/name`, `another container of this Pod is already called ${show(container.name)}`));
  if (listOf(recordOf(pod.spec).ephemeralContainers).length > 0) {
    broken(ephemeralContainers, '/spec/ephemeralContainers', 'a new Pod cannot have ephemeral containers');
  }
  for (const { container, at, init, sidecar } of containers) {
    if (init && !sidecar) { checkInitContainer(container, at, broken); }
    if (isText(container.image) && container.image !== container.image.trim()) {
      broken(imageWhitespace, `${at}/image`, `the image ${show(container.image)} has spaces around it`, `write ${show(container.image.trim())}`);
    }
  }
  checkPorts(recordOf(pod.spec).hostNetwork === true, containers, broken);
}

function checkInitContainer(container: Record<string, any>, at: string, broken: Broken) {
  for (const field of NOT_FOR_INIT_CONTAINERS) {
    if (isGiven(container[field])) { broken(initContainerFields, `${at}/${field}`, `an init container cannot have '${field}'`); }
  }
}

interface PortAt {
  readonly port: Record<string, any>;
  readonly at: string;
  /** The port of the node, filled in as the API server does it. */
  readonly hostPort: unknown;
}

function checkPorts(hostNetwork: boolean, containers: readonly ContainerAt[], broken: Broken) {
  const together: PortAt[] = [];
  for (const { container, at, init } of containers) {
    if (!Array.isArray(container.ports)) { continue; }
    const ports = portsOf(container.ports, `${at}/ports`, hostNetwork);
    forRepeated(ports, ({ port }) => port.name, ({ port, at: where }) =>
      broken(portNames, `${where}/name`, `another port of this container is already called ${show(port.name)}`));
    if (init) {
      checkHostPorts(ports, broken);
    } else {
      together.push(...ports);
      if (hostNetwork) { checkHostNetworkPorts(ports, broken); }
    }
  }
  checkHostPorts(together, broken);
}

function portsOf(ports: readonly unknown[], path: string, hostNetwork: boolean): PortAt[] {
  return ports.flatMap((port, index) => isRecord(port)
    ? [{ port, at: `${path}/${index}`, hostPort: port.hostPort || (hostNetwork ? port.containerPort : undefined) }]
    : []);
}

function checkHostPorts(ports: readonly PortAt[], broken: Broken) {
  forRepeated(
    ports,
    ({ port, hostPort }) => isGiven(hostPort) ? `${show(port.protocol || 'TCP')}/${show(port.hostIP ?? '')}/${show(hostPort)}` : undefined,
    ({ port, at, hostPort }) => broken(
      hostPorts, `${at}/${isGiven(port.hostPort) ? 'hostPort' : 'containerPort'}`,
      `port ${hostPort}/${port.protocol || 'TCP'} of the node is already taken by another port of this Pod`));
}

function checkHostNetworkPorts(ports: readonly PortAt[], broken: Broken) {
  for (const { port, at, hostPort } of ports) {
    if (hostPort !== port.containerPort) {
      broken(hostNetworkPort, `${at}/hostPort`, `hostPort ${show(hostPort)} differs from containerPort ${show(port.containerPort)} though hostNetwork is on`);
    }
  }
}
