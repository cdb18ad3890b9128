import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { podExample } from '../object/examples';
import { containersOf } from '../object/pod';
import { Broken, Rule, forRecords, isText, rulesFor } from '../object/rule';

const twoContainers = (one: string, other: string) =>
  podExample(`containers: [{name: web, image: 'httpd:2.4', ports: [${one}]}, {name: log, image: 'busybox:1.36', ports: [${other}]}]`);

export const containerPortOverlap: Rule = {
  id: 'container-port-overlap',
  why: 'all containers of a Pod share one network, so two of them cannot listen at one port; and an address of the node means nothing without a port of it',
  severity: 'warning',
  since: '1.28',
  fix: 'list each port once, with hostPort where there is hostIP',
  bad: twoContainers('{containerPort: 80}', '{containerPort: 80}'),
  good: twoContainers('{containerPort: 80}', '{containerPort: 81}'),
};

export const sharedPortName: Rule = {
  id: 'shared-port-name',
  why: 'Services and probes that look for a port by its name find the first one of the Pod',
  severity: 'warning',
  since: '1.33',
  fix: 'give each port of the Pod a name of its own',
  bad: twoContainers('{name: http, containerPort: 80}', '{name: http, containerPort: 81}'),
  good: twoContainers('{name: http, containerPort: 80}', '{name: log, containerPort: 81}'),
};

interface Port {
  readonly at: string;
  readonly container: unknown;
  readonly port: Record<string, any>;
  readonly hostPort: unknown;
}

export const containerPortWarnings: ObjectCheck = rulesFor(['/Pod'], [containerPortOverlap, sharedPortName], (pod, broken) => {
  const ports = portsOf(pod);
  for (const { port, hostPort, at } of ports) {
    if (isText(port.hostIP) && !hostPort) { broken(containerPortOverlap, at, 'hostIP is given without hostPort'); }
  }
  if (ports.length < 2) { return; }
  checkNumbers(ports, broken);
  checkNames(ports, broken);
});

/** All ports, those of init containers first, as the server looks at them. */
function portsOf(pod: Manifest): Port[] {
  const found: Port[] = [];
  const containers = containersOf(pod);
  const isHostNetwork = recordOf(pod.spec).hostNetwork === true;
  for (const { container, at } of [...containers.filter(({ init }) => init), ...containers.filter(({ init }) => !init)]) {
    forRecords(container.ports, (port, index) => found.push({ at: `${at}/ports/${index}`, container, port, hostPort: port.hostPort || isHostNetwork && port.containerPort }));
  }
  return found;
}

/** Two ports of one container with one name are refused. */
function checkNames(ports: readonly Port[], broken: Broken) {
  const owners = new Map<unknown, unknown>();
  for (const { port, at, container } of ports) {
    if (isText(port.name) && (owners.get(port.name) ?? container) !== container) {
      broken(sharedPortName, `${at}/name`, `another container of this Pod has a port ${show(port.name)}`);
    }
    if (!owners.has(port.name)) { owners.set(port.name, container); }
  }
}

function checkNumbers(ports: readonly Port[], broken: Broken) {
  const seen = new Map<string, Port[]>();
  for (const one of ports) {
    const key = `${textOf(one.port.containerPort)}/${textOf(one.port.protocol) || 'TCP'}`;
    const others = seen.get(key) ?? [];
    const clash = others.find(other => clashes(one, other));
    if (clash) { broken(containerPortOverlap, `${one.at}/containerPort`, `port ${key} is listed already, at ${clash.at}`); }
    seen.set(key, [...others, one]);
  }
}

/** The same port of the Pod at different ports of the node is fine. */
function clashes(one: Port, other: Port): boolean {
  const [address, otherAddress] = [one.port.hostIP || '', other.port.hostIP || ''];
  if (!one.hostPort || !other.hostPort) { return true; }
  return one.hostPort === other.hostPort && (address === otherAddress || !address || !otherAddress);
}
