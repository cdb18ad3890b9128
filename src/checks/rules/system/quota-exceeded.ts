import { DATA, WEB_WITH_PAGES, objectYaml, setYaml, together } from './examples';
import { quotasOfAllPods } from './quotas';
import { Manifest, recordOf, listOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { replicasOf } from '../../../kubernetes/workload';
import { Claim, requestedSize } from '../../../manifest/claims';
import { groupBy } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = (claims: number) => together(
  objectYaml('v1', 'ResourceQuota', 'team', `spec: {hard: {persistentvolumeclaims: ${claims}}}`),
  setYaml('db', [WEB_WITH_PAGES], 'replicas: 3', DATA.replace('name: data', 'name: pages')));

export const quotaExceeded: Check = {
  id: 'quota-exceeded',
  why: 'the server refuses what goes beyond a ResourceQuota: the last pods or claims of a workload are never made, and a StatefulSet stays with fewer replicas',
  run: function* (inventory, { references, claims }) {
    const quotas = quotasOfAllPods(inventory);
    if (quotas.length === 0) { return; }
    const claimsIn = groupBy(claims.all, ({ namespace }) => namespace);
    const servicesIn = groupBy(inventory.ofKind('Service'), namespaceOf);
    for (const quota of quotas) {
      const namespace = namespaceOf(quota);
      for (const [resource, hard] of Object.entries(recordOf(recordOf(quota.spec).hard))) {
        const used = usedOf(resource, references.pods.in(namespace), claimsIn.get(namespace) ?? [], servicesIn.get(namespace) ?? []);
        const most = parseQuantity(hard);
        if (used === undefined || most === undefined || used <= most) { continue; }
        yield {
          object: quota,
          path: pointer('spec', 'hard', resource),
          message: `${titleOf(quota)} allows ${String(hard)} of ${resource}, and the manifests ask for ${inWords(used, resource)} in namespace '${namespace}': the rest is refused`,
          fix: 'write a higher quota, or fewer or smaller objects',
        };
      }
    }
  },
  bad: example(2),
  good: example(3),
};

const ONE = parseQuantity('1')!;

/** Kinds whose pods all run at once, as many as they say. */
const KEEPS_RUNNING: ReadonlySet<string> = new Set(['StatefulSet', 'Deployment']);

/** What objects that stay need at least; undefined for what is not counted here. */
function usedOf(resource: string, pods: readonly Pods[], claims: readonly Claim[], services: readonly Manifest[]): bigint | undefined {
  const [, storageClass, ofClass] = /^(.+)\.storageclass\.storage\.k8s\.io\/(.+)$/.exec(resource) ?? [];
  if (ofClass !== undefined) { return ofClaims(ofClass, claims.filter(claim => claim.storageClass === storageClass)); }
  const [, field, of] = /^(?:(requests|limits)\.)?(cpu|memory)$/.exec(resource) ?? [];
  if (of !== undefined) { return sum(pods, one => replicas(one) * amountOf(one, field ?? 'requests', of)); }
  switch (resource) {
    case 'pods': return sum(pods, one => replicas(one) * ONE);
    case 'services': case 'count/services': return whole(services.length) * ONE;
    case 'services.loadbalancers': return sum(services, ({ spec }) => recordOf(spec).type === 'LoadBalancer' ? ONE : 0n);
    case 'services.nodeports': return sum(services, ({ spec }) => whole(nodePorts(recordOf(spec))) * ONE);
    default: return ofClaims(resource.replace('count/', ''), claims);
  }
}

function ofClaims(resource: string, claims: readonly Claim[]): bigint | undefined {
  switch (resource) {
    case 'persistentvolumeclaims': return sum(claims, ({ count }) => whole(count) * ONE);
    case 'requests.storage': return sum(claims, claim => whole(claim.count) * (parseQuantity(requestedSize(claim)) ?? 0n));
    default: return undefined;
  }
}

/** How many ports of nodes a Service gets; one that is to have no others counts those that it names. */
function nodePorts({ type, ports, allocateLoadBalancerNodePorts }: Readonly<Record<string, unknown>>): number {
  if (type !== 'NodePort' && type !== 'LoadBalancer') { return 0; }
  const isNamed = (port: unknown) => Number(recordOf(port).nodePort ?? 0) > 0;
  return type === 'LoadBalancer' && allocateLoadBalancerNodePorts === false ? listOf(ports).filter(isNamed).length : listOf(ports).length;
}

function sum<T>(all: readonly T[], of: (one: T) => bigint): bigint {
  return all.reduce((total, one) => total + of(one), 0n);
}

function replicas({ workload }: Pods): bigint {
  return KEEPS_RUNNING.has(workload.kind) ? whole(replicasOf(workload)) : 0n;
}

function whole(count: number): bigint {
  return Number.isSafeInteger(count) && count > 0 ? BigInt(count) : 0n;
}

function amountOf({ template }: Pods, field: string, resource: string): bigint {
  return sum(listOf(template.spec.containers), container => {
    const { [field]: own, limits } = recordOf(recordOf(container).resources);
    return parseQuantity(recordOf(own)[resource] ?? recordOf(limits)[resource]) ?? 0n;
  });
}

function inWords(used: bigint, resource: string): string {
  if (!/memory|storage/.test(resource)) { return resource.includes('cpu') ? `${String(used * 1000n / ONE)}m` : String(used / ONE); }
  return `${String(used / ONE / 1024n / 1024n)}Mi`;
}
