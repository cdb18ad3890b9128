import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (selector: string) => together(objectYaml('v1', 'Service', 'web', `spec: {${selector}ports: [{port: 80}]}`), podYaml(WEB));

export const serviceWithoutEndpoints: Check = {
  id: 'service-without-endpoints',
  why: 'a Service without a selector has the endpoints that somebody writes for it; if nobody does, every connection to it fails',
  severity: 'warning',
  run: function* (inventory, { references, makers }) {
    yield* slicesOfNobody(inventory);
    const slices = groupBy(inventory.ofKind('EndpointSlice'), slice => keyOf(slice, recordOf(slice.metadata?.labels)[OF_SERVICE]));
    yield* endpointsOfNobody(inventory, slices);
    yield* namesOfNoPort(inventory, slices);
    const writers = new Set([...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')].filter(({ rules }) => listOf(rules).some(writesEndpoints)).map(namespaceOf));
    for (const service of inventory.ofKind('Service')) {
      const { selector, type } = recordOf(service.spec);
      const namespace = namespaceOf(service);
      const hasSelector = isRecord(selector) && Object.keys(selector).length > 0;
      if (hasSelector || type === 'ExternalName' || slices.has(keyOf(service, service.metadata?.name))) { continue; }
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

/** Endpoints of a name that no Service has, where one Service alone has no endpoints. */
function* endpointsOfNobody(inventory: Inventory, slices: Slices): Iterable<SystemProblem> {
  const stray = inventory.ofKind('Endpoints').filter(one => listOf(one.subsets).length > 0 && !inventory.findIn('Service', namespaceOf(one), one.metadata?.name));
  if (stray.length === 0) { return; }
  const without = groupBy(inventory.ofKind('Service').filter(one => isWithoutPods(one) && writtenFor(one, inventory, slices).length === 0), namespaceOf);
  for (const endpoints of stray) {
    const [service, ...others] = without.get(namespaceOf(endpoints)) ?? [];
    if (!service || others.length > 0) { continue; }
    yield {
      object: endpoints,
      path: '/metadata/name',
      message: `${titleOf(endpoints)} belong to the Service of the same name, which is not there: ${titleOf(service)} has no endpoints`,
      fix: `write name: ${textOf(service.metadata?.name)}, the name of the Service`,
    };
  }
}

/** The Endpoints of a Service, and its slices. */
function writtenFor(service: Manifest, inventory: Inventory, slices: Slices): Manifest[] {
  const endpoints = inventory.findIn('Endpoints', namespaceOf(service), service.metadata?.name);
  return [...endpoints ? [endpoints] : [], ...slices.get(keyOf(service, service.metadata?.name)) ?? []];
}

/** All slices, by the Service that they name. */
type Slices = ReadonlyMap<string, readonly Manifest[]>;

function keyOf(object: Manifest, service: unknown): string {
  return `${namespaceOf(object)}/${textOf(service)}`;
}

/** A port of a Service without selector is looked up by its name among those of its endpoints. */
function* namesOfNoPort(inventory: Inventory, slices: Slices): Iterable<SystemProblem> {
  for (const service of inventory.ofKind('Service')) {
    const objects = isWithoutPods(service) ? writtenFor(service, inventory, slices) : [];
    const ports = objects.flatMap(({ subsets, ports: own }) =>
      [...listOf(subsets).flatMap(subset => listOf(recordOf(subset).ports)), ...listOf(own)]);
    const written = [...new Set(ports.map(port => textOf(recordOf(port).name)))];
    for (const [i, port] of listOf(recordOf(service.spec).ports).map(recordOf).entries()) {
      const name = textOf(port.name);
      if (written.length === 0 || written.includes(name)) { continue; }
      yield {
        object: service,
        path: `/spec/ports/${i}`,
        message: `The port ${name === '' ? 'without a name' : `'${name}'`} of ${titleOf(service)} has no endpoints: `
          + `those of ${titleOf(objects[0])} have `
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
