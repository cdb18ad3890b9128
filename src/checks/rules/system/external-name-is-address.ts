import { objectYaml } from './examples';
import { ipFamilyOf } from '../../../kubernetes/formats/address';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (name: string) => objectYaml('v1', 'Service', 'db', `spec: {type: ExternalName, externalName: ${name}}`);

export const externalNameIsAddress: Check = {
  id: 'external-name-is-address',
  why: 'an external name is the target of an alias in DNS, and the server takes digits and dots for such a name. DNS servers do not resolve it, so nobody reaches the Service',
  severity: 'warning',
  run: function* (inventory) {
    for (const service of inventory.ofKind('Service')) {
      const { type, externalName, ports } = recordOf(service.spec);
      if (type !== 'ExternalName' || !ipFamilyOf(externalName)) { continue; }
      yield {
        object: service,
        path: '/spec/externalName',
        message: `${titleOf(service)} is an alias of '${externalName}', which is an IP address and no name in DNS`,
        fix: `write clusterIP: None ${ports === undefined ? 'and ports ' : ''}in place of type and externalName, and add an EndpointSlice with the label kubernetes.io/service-name: ${service.metadata?.name} and the address ${externalName}; or write the name of that host`,
      };
    }
  },
  bad: example('192.0.2.7'),
  good: example('db.example.com'),
};
