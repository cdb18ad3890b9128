import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (selector: string) => together(objectYaml('v1', 'Service', 'web', `spec: {${selector}ports: [{port: 80}]}`), podYaml(WEB));

export const serviceWithoutEndpoints: Check = {
  id: 'service-without-endpoints',
  why: 'a Service without a selector has the endpoints that somebody writes for it; if nobody does, every connection to it fails',
  severity: 'warning',
  run: function* (inventory, { references, makers }) {
    yield* slicesOfNobody(inventory);
    yield* namesOfNoPort(inventory);
    const sliced = new Set(inventory.ofKind('EndpointSlice').map(slice => `${namespaceOf(slice)}/${recordOf(slice.metadata?.labels)[OF_SERVICE]}`));
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

/** Slices that say of no Service that they are its own, where one of nearly their name has no pods. */
function* slicesOfNobody(inventory: Inventory): Iterable<SystemProblem> {
  for (const slice of inventory.ofKind('EndpointSlice')) {
    if (recordOf(slice.metadata?.labels)[OF_SERVICE] !== undefined) { continue; }
    const words = textOf(slice.metadata?.name).split('-');
    const service = words.map((_, i) => inventory.findIn('Service', namespaceOf(slice), words.slice(0, words.length - i).join('-'))).find(one => one && isWithoutPods(one));
    if (!service) { continue; }
    yield {
      object: slice,
      path: '/metadata/labels',
      message: `${titleOf(slice)} has no label ${OF_SERVICE}, so it belongs to no Service: ${titleOf(service)} has no endpoints`,
      fix: `write ${OF_SERVICE}: ${textOf(service.metadata?.name)} in its labels`,
    };
  }
}

/** A port of a Service without selector is looked up by its name among those of its endpoints. */
function* namesOfNoPort(inventory: Inventory): Iterable<SystemProblem> {
  for (const service of inventory.ofKind('Service')) {
    const endpoints = isWithoutPods(service) ? inventory.findIn('Endpoints', namespaceOf(service), service.metadata?.name) : undefined;
    const ports = listOf(endpoints?.subsets).flatMap(subset => listOf(recordOf(subset).ports));
    const written = ports.map(port => textOf(recordOf(port).name));
    for (const [i, port] of listOf(recordOf(service.spec).ports).map(recordOf).entries()) {
      const name = textOf(port.name);
      if (written.length === 0 || written.includes(name)) { continue; }
      yield {
        object: service,
        path: `/spec/ports/${i}`,
        message: `The port ${name === '' ? 'without a name' : `'${name}'`} of ${titleOf(service)} has no endpoints: those of ${titleOf(endpoints!)} have `
          + `${written.map(one => one === '' ? 'no name' : `the name '${one}'`).join(', ')}, and ports are found by their names`,
        fix: name === '' ? `write name: ${written.find(one => one !== '')} in the port of the Service` : `write name: ${name} in the port of the endpoints`,
      };
    }
  }
}

function isWithoutPods({ spec }: Manifest): boolean {
  const { selector, type } = recordOf(spec);
  return Object.keys(recordOf(selector)).length === 0 && type !== 'ExternalName';
}

const OF_SERVICE = 'kubernetes.io/service-name';

function writesEndpoints(rule: unknown): boolean {
  const { resources, verbs } = recordOf(rule);
  return listOf(resources).some(resource => ['endpoints', 'endpointslices', '*'].includes(resource)) && listOf(verbs).some(verb => ['create', 'patch', 'update', '*'].includes(verb));
}
