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
  why: 'a node port and a cluster IP belong to one Service of the whole cluster: the server refuses the second one that asks for it',
  run: function* (inventory) {
    const owners = new Map<string, Manifest>();
    for (const service of inventory.ofKind('Service')) {
      for (const { address, path } of addressesOf(recordOf(service.spec))) {
        const owner = owners.get(address);
        owners.set(address, owner ?? service);
        // The same object twice is told as such, and what one Service asks for twice is no matter between two.
        if (!owner || titleOf(owner) === titleOf(service) && owner.metadata?.namespace === service.metadata?.namespace) { continue; }
        yield {
          object: service,
          path,
          message: `${titleOf(service)} asks for the ${address}, which ${titleOf(owner)} has already`,
          fix: 'write another one, or leave the field out and the server chooses one',
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
}

function addressesOf(spec: Record<string, any>): Address[] {
  if (spec.type === 'ExternalName') { return []; }
  const ips = typeof spec.clusterIP === 'string' && spec.clusterIP !== '' && spec.clusterIP !== 'None'
    ? [{ address: `cluster IP ${spec.clusterIP}`, path: '/spec/clusterIP' }] : [];
  const ports = listOf(spec.ports).map(recordOf).flatMap(({ nodePort, protocol = 'TCP' }, i) => typeof nodePort === 'number' && nodePort !== 0
    ? [{ address: `node port ${nodePort} (${protocol})`, path: `/spec/ports/${i}/nodePort` }] : []);
  return [...ips, ...ports];
}
