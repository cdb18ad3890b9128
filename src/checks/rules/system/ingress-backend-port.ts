import { objectYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (port: string) => together(
  objectYaml('networking.k8s.io/v1', 'Ingress', 'web', `spec: {defaultBackend: {service: {name: web, port: {${port}}}}}`),
  objectYaml('v1', 'Service', 'web', 'spec: {ports: [{name: http, port: 80}]}'));

export const ingressBackendPort: Check = {
  id: 'ingress-backend-port',
  why: 'an Ingress that sends to a port its Service does not have answers every request with an error',
  run: function* (_, { references }) {
    for (const reference of references.ofKind('Service')) {
      const { port, from, path } = reference;
      const service = references.target(reference);
      if (reference.relation !== 'routes to' || port === undefined || !service) { continue; }
      const ports = listOf(recordOf(service.spec).ports).map(recordOf);
      if (ports.length === 0 || ports.some(known => known.name === port || known.port === port)) { continue; }
      yield {
        object: from,
        path: path.replace(/\/name$/, '/port').replace(/serviceName$/, 'servicePort'),
        message: `${titleOf(from)} sends to port ${textOf(port)} of ${titleOf(service)}, which has only `
          + ports.map(known => known.name ? `${textOf(known.name)} (${textOf(known.port)})` : textOf(known.port)).join(', '),
        fix: 'write a port of the Service: its number or its name',
      };
    }
  },
  bad: example('number: 8080'),
  good: example('name: http'),
};
