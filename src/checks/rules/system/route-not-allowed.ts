import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, groupOf, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const GROUP = 'gateway.networking.k8s.io';
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'];

const example = (allowed: string) => together(
  objectYaml(`${GROUP}/v1`, 'Gateway', 'public', `spec: {gatewayClassName: nginx, listeners: [{name: http, port: 80, protocol: HTTP${allowed}}]}`)
    .replace('{name: public}', '{name: public, namespace: kube-system}'),
  objectYaml(`${GROUP}/v1`, 'HTTPRoute', 'web', 'spec: {parentRefs: [{name: public, namespace: kube-system}], rules: [{backendRefs: [{name: web, port: 80}]}]}'),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}'), podYaml(WEB));

export const routeNotAllowed: Check = {
  id: 'route-not-allowed',
  why: 'a listener of a Gateway takes routes of its own namespace alone, unless allowedRoutes says otherwise. A route of another namespace is not accepted (NotAllowedByListeners), and gets no requests',
  severity: 'warning',
  run: function* (inventory) {
    for (const route of ROUTES.flatMap(kind => inventory.ofKind(kind)).filter(isOfGateways)) {
      const own = namespaceOf(route);
      for (const [i, { kind = 'Gateway', name, namespace = own, sectionName }] of listOf(recordOf(route.spec).parentRefs).map(recordOf).entries()) {
        const gateway = kind === 'Gateway' && namespace !== own ? inventory.findIn('Gateway', textOf(namespace), name) : undefined;
        if (!gateway || !isOfGateways(gateway)) { continue; }
        const listeners = listOf(recordOf(gateway.spec).listeners).map(recordOf)
          .filter(listener => sectionName === undefined || listener.name === sectionName);
        if (listeners.length === 0 || !listeners.every(listener => isForOwnAlone(listener))) { continue; }
        yield {
          object: route,
          path: `/spec/parentRefs/${i}/name`,
          message: `${titleOf(route)} is in namespace '${own}', and the listeners of ${titleOf(gateway)} in namespace '${textOf(namespace)}' take routes of their own namespace alone`,
          fix: 'write allowedRoutes: {namespaces: {from: All}} in the listener, or from: Selector with the labels of the namespaces',
        };
      }
    }
  },
  bad: example(''),
  good: example(', allowedRoutes: {namespaces: {from: All}}'),
};

function isOfGateways({ apiVersion }: Manifest): boolean {
  return groupOf(apiVersion) === GROUP;
}

function isForOwnAlone({ allowedRoutes }: Record<string, unknown>): boolean {
  const { namespaces } = recordOf(allowedRoutes);
  return !isRecord(namespaces) || namespaces.from === undefined || namespaces.from === 'Same';
}
