import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { cdk8sPlus } from '../../cdk8s/cdk8s-plus';
import { Identity, SERVICE_LABEL } from '../../cdk8s/identity';
import { needs } from '../../synthesis/version-needs';
import { ClientService } from '../options/client-service';
import { NamedPort } from '../options/named-port';

/** Adds the Service for clients. It is one of cdk8s-plus, so that its users can go on with an Ingress. */
export function addClientService(scope: Construct, identity: Identity, ports: readonly NamedPort[], clientService: ClientService): kplus.Service {
  const props = clientService.toProps(ports.map(({ name, port, servicePort = port, protocol }) => ({
    name, port: servicePort, targetPort: port, ...protocol && { protocol },
  })));
  const metadata = identity.metadata('client');
  const service = new (cdk8sPlus().Service)(scope, 'ClientService', {
    ...props,
    metadata: { ...props.metadata, ...metadata, labels: { ...metadata.labels, [SERVICE_LABEL]: 'client' } },
  });
  for (const [label, value] of Object.entries(identity.selectorLabels)) { service.selectLabel(label, value); }
  const fields = clientService.toFields();
  needs(scope, fields);
  if (Object.keys(fields).length > 0) { addToSpec(ApiObject.of(service), fields); }
  return service;
}

/** cdk8s-plus drops fields that its version of Kubernetes does not have, those of patches too, when it renders the object. */
function addToSpec(object: ApiObject, fields: object): void {
  const toJson = object.toJson;
  object.toJson = () => {
    const manifest = toJson.call(object);
    return { ...manifest, spec: { ...manifest.spec, ...fields } };
  };
}
