import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, groupOf, isRecord, listOf, recordOf } from '../../kubernetes/manifest';

/** Stands for a value that the server chose: an address, a node port. */
export const ALLOCATED = '<allocated>';

const NODE_PORT_TYPES = new Set(['NodePort', 'LoadBalancer']);

export function isService(manifest: Manifest): boolean {
  return manifest.kind === 'Service' && groupOf(manifest.apiVersion) === '';
}

/** A Service as it stands in the cluster, with what the server allocated for it. Other kinds as they are. */
export function withAllocated(service: Manifest): Manifest {
  if (!isService(service) || !isRecord(service.spec)) { return service; }
  const spec = { ...service.spec };
  if (needsAddress(spec)) {
    spec.clusterIP ??= listOf(spec.clusterIPs)[0] ?? ALLOCATED;
    spec.clusterIPs ??= [spec.clusterIP];
    spec.ipFamilies ??= ['IPv4'];
    spec.ipFamilyPolicy ??= 'SingleStack';
  }
  if (needsNodePorts(spec)) {
    spec.ports = listOf(spec.ports).map(port => isRecord(port) ? { ...port, nodePort: port.nodePort ?? ALLOCATED } : port);
  }
  if (needsHealthPort(spec)) { spec.healthCheckNodePort ??= ALLOCATED; }
  return { ...service, spec };
}

/**
 * What the server does to an updated Service before it validates: an address
 * that is not named any more is kept, and what the new type cannot have is
 * dropped if nobody touched it.
 */
export function settledService(live: Manifest, next: Manifest, model: ApiModel): Manifest {
  if (!isService(next) || !isRecord(next.spec) || !isRecord(live.spec)) { return next; }
  const old = live.spec;
  const spec = { ...next.spec };
  keepAddress(old, spec);
  trimSecondFamily(old, spec);
  dropAddress(old, spec);
  dropOrKeepNodePorts(old, spec);
  if (needsHealthPort(old) && needsHealthPort(spec)) { spec.healthCheckNodePort ??= old.healthCheckNodePort; }
  dropIfUnneeded(old, spec, 'healthCheckNodePort', needsHealthPort);
  dropIfUnneeded(old, spec, 'allocateLoadBalancerNodePorts', isLoadBalancer);
  dropIfUnneeded(old, spec, 'loadBalancerClass', isLoadBalancer);
  dropIfUnneeded(old, spec, 'externalTrafficPolicy', exposed => isExposed(exposed, model));
  return withAllocated({ ...next, spec });
}

type Spec = Record<string, any>;

function needsAddress(spec: Spec): boolean { return spec.type !== 'ExternalName'; }
function mayHaveNodePorts(spec: Spec): boolean { return NODE_PORT_TYPES.has(spec.type); }
function needsNodePorts(spec: Spec): boolean { return mayHaveNodePorts(spec) && spec.allocateLoadBalancerNodePorts !== false; }
function isLoadBalancer(spec: Spec): boolean { return spec.type === 'LoadBalancer'; }
function needsHealthPort(spec: Spec): boolean { return isLoadBalancer(spec) && spec.externalTrafficPolicy === 'Local'; }

/** Since when a Service is reached from outside by external addresses, too. */
const EXTERNAL_ADDRESSES_TOO = '1.29';

/** Reachable from outside the cluster, so that a traffic policy for that means something. */
function isExposed(spec: Spec, model: ApiModel): boolean {
  return NODE_PORT_TYPES.has(spec.type)
    || (spec.type === 'ClusterIP' && listOf(spec.externalIPs).length > 0 && model.isSince(EXTERNAL_ADDRESSES_TOO));
}

function keepAddress(old: Spec, spec: Spec) {
  if (!needsAddress(old) || !needsAddress(spec)) { return; }
  spec.clusterIP ??= old.clusterIP;
  if (spec.clusterIP !== old.clusterIP && sameValues(spec.clusterIPs, old.clusterIPs)) { spec.clusterIPs = [spec.clusterIP]; }
  spec.clusterIPs ??= old.clusterIPs;
  spec.ipFamilies ??= old.ipFamilies;
  spec.ipFamilyPolicy ??= old.ipFamilyPolicy;
}

/** A Service that goes back to one IP family keeps the first. */
function trimSecondFamily(old: Spec, spec: Spec) {
  if (spec.ipFamilyPolicy !== 'SingleStack' || old.ipFamilyPolicy === 'SingleStack') { return; }
  for (const field of ['clusterIPs', 'ipFamilies']) {
    if (sameValues(old[field], spec[field])) { spec[field] = listOf(spec[field]).slice(0, 1); }
  }
}

function dropAddress(old: Spec, spec: Spec) {
  if (!needsAddress(old) || needsAddress(spec)) { return; }
  if (spec.clusterIP === undefined && sameValues(old.clusterIPs, spec.clusterIPs)) { delete spec.clusterIPs; }
  if (old.clusterIP === spec.clusterIP && sameValues(old.clusterIPs, spec.clusterIPs)) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  if (sameValues(old.ipFamilies, spec.ipFamilies)) { delete spec.ipFamilies; }
  if (old.ipFamilyPolicy === spec.ipFamilyPolicy) { delete spec.ipFamilyPolicy; }
}

function dropOrKeepNodePorts(old: Spec, spec: Spec) {
  if (!mayHaveNodePorts(old)) { return; }
  if (mayHaveNodePorts(spec)) { return keepNodePorts(old, spec); }
  const had = new Set(listOf(old.ports).map(port => recordOf(port).nodePort));
  const ports = listOf(spec.ports);
  if (!ports.every(port => recordOf(port).nodePort === undefined || had.has(recordOf(port).nodePort))) { return; }
  spec.ports = ports.map(port => {
    if (!isRecord(port)) { return port; }
    const { nodePort, ...rest } = port;
    return rest;
  });
}

/** A port that names no node port keeps the one it has. */
function keepNodePorts(old: Spec, spec: Spec) {
  const key = (port: unknown) => JSON.stringify([recordOf(port).protocol, recordOf(port).port]);
  const known = new Map(listOf(old.ports).map(port => [key(port), recordOf(port).nodePort]));
  spec.ports = listOf(spec.ports).map(port => isRecord(port) ? { ...port, nodePort: port.nodePort ?? known.get(key(port)) } : port);
}

function dropIfUnneeded(old: Spec, spec: Spec, field: string, needs: (spec: Spec) => boolean) {
  if (needs(old) && !needs(spec) && old[field] === spec[field]) { delete spec[field]; }
}

function sameValues(a: unknown, b: unknown): boolean {
  const left = listOf(a);
  const right = listOf(b);
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
