import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { cdk8sPlus } from '../../cdk8s/cdk8s-plus';
import { Identity } from '../../cdk8s/identity';
import { ClientService } from '../options/client-service';
import { NamedPort } from '../options/named-port';

/** Adds the Service for clients. It is one of cdk8s-plus, so that its users can go on with an Ingress. */
export function addClientService(scope: Construct, identity: Identity, ports: readonly NamedPort[], clientService: ClientService): kplus.Service {
  const props = clientService.toProps(ports.map(({ name, port, servicePort = port, protocol }) => ({
    name, port: servicePort, targetPort: port, ...protocol && { protocol },
  })));
  const service = new (cdk8sPlus().Service)(scope, 'ClientService', {
    ...props,
    metadata: { ...props.metadata, ...identity.metadata('client') },
  });
  for (const [label, value] of Object.entries(identity.selectorLabels)) { service.selectLabel(label, value); }
  return service;
}
