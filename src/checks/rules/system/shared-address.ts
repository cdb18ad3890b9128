import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (port: number) => together(
  podYaml('containers: [{name: web, image: httpd:2.4.62}]'),
  objectYaml('v1', 'Service', 'web', 'spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 30080}]}'),
  objectYaml('v1', 'Service', 'admin', `spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: ${port}}]}`));

export const sharedAddress: Check = {
  id: 'shared-address',
  why: 'a node port and a cluster IP belong to one Service of the whole cluster: the server refuses the second one that asks for it. It takes a second one with the same address and port outside of the cluster, and traffic goes to one of the two',
  run: function* (inventory) {
    const owners = new Map<string, Manifest>();
    for (const service of inventory.ofKind('Service')) {
      const told = new Set<string>();
      for (const { address, path, isOutside } of [...addressesOf(recordOf(service.spec)), ...outsideOf(recordOf(service.spec))]) {
        const owner = owners.get(address);
        owners.set(address, owner ?? service);
        // The same object twice is told as such, and what one Service asks for twice is no matter between two.
        if (!owner || told.has(path)
          || titleOf(owner) === titleOf(service) && owner.metadata?.namespace === service.metadata?.namespace) { continue; }
        told.add(path);
        yield {
          object: service,
          path,
          message: `${titleOf(service)} asks for the ${address}, which ${titleOf(owner)} has already`,
          ...isOutside
            ? { severity: 'warning' as const, fix: 'write another address or another port in one of the two, or make one Service of them' }
            : { fix: 'write another one, or leave the field out and the server chooses one' },
        };
      }
    }
  },
  bad: example(30080),
  good: example(30081),
};

interface Address {
  readonly address: string;
  readonly path: string;
  /** Traffic from outside of the cluster arrives there, and the server does not look at it. */
  readonly isOutside?: boolean;
}

function addressesOf(spec: Record<string, any>): Address[] {
  if (spec.type === 'ExternalName') { return []; }
  const ips = typeof spec.clusterIP === 'string' && spec.clusterIP !== '' && spec.clusterIP !== 'None'
    ? [{ address: `cluster IP ${spec.clusterIP}`, path: '/spec/clusterIP' }] : [];
  const ports = listOf(spec.ports).map(recordOf).flatMap(({ nodePort, protocol = 'TCP' }, i) => typeof nodePort === 'number' && nodePort !== 0
    ? [{ address: `node port ${nodePort} (${protocol})`, path: `/spec/ports/${i}/nodePort` }] : []);
  return [...ips, ...ports];
}

function outsideOf({ type, loadBalancerIP, externalIPs, ports }: Record<string, any>): Address[] {
  if (type === 'ExternalName') { return []; }
  const ips = [
    ...type === 'LoadBalancer' ? [{ ip: loadBalancerIP, path: '/spec/loadBalancerIP' }] : [],
    ...listOf(externalIPs).map((ip, i) => ({ ip, path: `/spec/externalIPs/${i}` })),
  ];
  return ips.filter(({ ip }) => typeof ip === 'string' && ip !== '').flatMap(({ ip, path }) => listOf(ports).map(recordOf).map(({ port, protocol = 'TCP' }) =>
    ({ address: `port ${port} (${protocol}) of the address ${ip}`, path, isOutside: true })));
}
