import { WEB, objectYaml, podYaml, together } from './examples';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (selector: string) => together(objectYaml('v1', 'Service', 'web', `spec: {${selector}ports: [{port: 80}]}`), podYaml(WEB));

export const serviceWithoutEndpoints: Check = {
  id: 'service-without-endpoints',
  why: 'a Service without a selector has the endpoints that somebody writes for it; if nobody does, every connection to it fails',
  severity: 'warning',
  run: function* (inventory, { references, makers }) {
    const sliced = new Set(inventory.ofKind('EndpointSlice').map(slice => `${namespaceOf(slice)}/${recordOf(slice.metadata?.labels)['kubernetes.io/service-name']}`));
    const writers = new Set([...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')].filter(({ rules }) => listOf(rules).some(writesEndpoints)).map(namespaceOf));
    for (const service of inventory.ofKind('Service')) {
      const { selector, type } = recordOf(service.spec);
      const namespace = namespaceOf(service);
      const hasSelector = isRecord(selector) && Object.keys(selector).length > 0;
      if (hasSelector || type === 'ExternalName' || sliced.has(`${namespace}/${service.metadata?.name}`)) { continue; }
      if (inventory.findIn('Endpoints', namespace, service.metadata?.name) || writers.has(namespace) || writers.has('')) { continue; }
      // Elsewhere, what writes the endpoints is elsewhere, too.
      if (references.pods.in(namespace).length === 0 || makers.mayMakePods(namespace)) { continue; }
      yield {
        object: service,
        path: '/spec/selector',
        message: `${titleOf(service)} has no selector, and no EndpointSlice among the manifests is for it`,
        fix: 'write the labels of the pods as its selector; or add an EndpointSlice with the label kubernetes.io/service-name',
      };
    }
  },
  bad: example(''),
  good: example('selector: {app: web}, '),
};

function writesEndpoints(rule: unknown): boolean {
  const { resources, verbs } = recordOf(rule);
  return listOf(resources).some(resource => ['endpoints', 'endpointslices', '*'].includes(resource)) && listOf(verbs).some(verb => ['create', 'patch', 'update', '*'].includes(verb));
}
