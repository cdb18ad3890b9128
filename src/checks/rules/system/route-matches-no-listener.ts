import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, groupOf, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { Inventory, namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const GROUP = 'gateway.networking.k8s.io';

/** Routes with host names, which those of their listeners must fit. */
const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

const example = (section: string) => together(
  objectYaml(`${GROUP}/v1`, 'Gateway', 'public', 'spec: {gatewayClassName: nginx, listeners: [{name: http, port: 80, protocol: HTTP}]}'),
  objectYaml(`${GROUP}/v1`, 'HTTPRoute', 'web', `spec: {parentRefs: [{name: public, sectionName: ${section}}], rules: [{backendRefs: [{name: web, port: 80}]}]}`),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}]}'), podYaml(WEB));

export const routeMatchesNoListener: Check = {
  id: 'route-matches-no-listener',
  why: 'a route is attached to the listeners of its Gateway that have the name, the port and a host name that it asks for. Where none has them, it is not accepted (NoMatchingParent, NoMatchingListenerHostname), and gets no requests',
  severity: 'warning',
  run: function* (inventory) {
    const listenersOf = oncePerKey(listenersByName);
    for (const route of ROUTES.flatMap(kind => inventory.ofKind(kind)).filter(isOfGateways)) {
      for (const [i, parent] of listOf(recordOf(route.spec).parentRefs).map(recordOf).entries()) {
        const gateway = gatewayOf(parent, route, inventory);
        const problem = gateway && problemOf(route, gateway, parent, i, listenersOf(gateway));
        if (problem) { yield problem; }
      }
    }
  },
  bad: example('https'),
  good: example('http'),
};

function gatewayOf({ kind = 'Gateway', group = GROUP, name, namespace = undefined }: Record<string, any>, route: Manifest, inventory: Inventory): Manifest | undefined {
  const gateway = kind === 'Gateway' && group === GROUP ? inventory.findIn('Gateway', textOf(namespace ?? namespaceOf(route)), name) : undefined;
  return gateway && isOfGateways(gateway) ? gateway : undefined;
}

/** Beyond this many listeners a route that names none is not compared with all of them. */
const COMPARABLE = 100;

type Listeners = ReadonlyMap<unknown, Record<string, any>>;

function listenersByName({ spec }: Manifest): Listeners {
  return new Map(listOf(recordOf(spec).listeners).map(recordOf).map(listener => [listener.name, listener]));
}

function problemOf(route: Manifest, gateway: Manifest, parent: Record<string, any>, index: number, listeners: Listeners): SystemProblem | undefined {
  const { sectionName, port } = parent;
  // More of them may stand in a ListenerSet.
  if (listeners.size === 0 || recordOf(gateway.spec).allowedListeners !== undefined) { return undefined; }
  if (sectionName === undefined && listeners.size > COMPARABLE) { return undefined; }
  const named = sectionName === undefined ? [...listeners.values()] : [listeners.get(sectionName) ?? []].flat();
  if (named.length === 0) {
    const names = [...listeners.keys()].slice(0, 10).map(textOf).join(', ');
    return {
      object: route,
      path: `/spec/parentRefs/${index}/sectionName`,
      message: `${titleOf(route)} asks for the listener '${textOf(sectionName)}' of ${titleOf(gateway)}, which has only ${names}`,
      fix: `write sectionName: ${listeners.size === 1 ? names : `one of ${names}`}, or remove it to use all`,
    };
  }
  const open = named.filter(listener => port === undefined || listener.port === port);
  if (open.length === 0) {
    return {
      object: route,
      path: `/spec/parentRefs/${index}/port`,
      message: `${titleOf(route)} asks for a listener of ${titleOf(gateway)} at port ${textOf(port)}, and there is none`,
      fix: `write port: ${named.map(listener => textOf(listener.port)).join(' or ')}`,
    };
  }
  const hosts = listOf(recordOf(route.spec).hostnames).map(textOf);
  const takes = (hostname: string) => hosts.some(host => isIn(host, hostname) || isIn(hostname, host));
  if (hosts.length === 0 || open.some(({ hostname }) => !hostname || takes(textOf(hostname)))) { return undefined; }
  return {
    object: route,
    path: '/spec/hostnames',
    message: `${titleOf(route)} is for ${hosts.join(', ')}, and the listeners of ${titleOf(gateway)} take only ${open.map(({ hostname }) => textOf(hostname)).join(', ')}`,
    fix: 'write a host name that a listener takes, or add a listener with this one',
  };
}

/** True for equal names, and for `a.b.example.com` in `*.example.com`. */
function isIn(host: string, pattern: string): boolean {
  return host.toLowerCase() === pattern.toLowerCase() || pattern.startsWith('*.') && host.toLowerCase().endsWith(pattern.slice(1).toLowerCase());
}

function isOfGateways({ apiVersion }: Manifest): boolean {
  return groupOf(apiVersion) === GROUP;
}
