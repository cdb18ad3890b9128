import { isRecord, listOf, recordOf } from '../../manifest/manifest';
import { isExposed, isService } from '../service';
import { EffectRule, Hit, Update } from '../update';

type Spec = Record<string, any>;

/** A field that only some types of Service may have. */
interface TypedField {
  readonly field: string;
  readonly allowed: (spec: Spec) => boolean;
  readonly types: string;
}

const isLoadBalancer = (spec: Spec) => spec.type === 'LoadBalancer';

const TYPED_FIELDS: readonly TypedField[] = [
  { field: 'loadBalancerSourceRanges', allowed: isLoadBalancer, types: 'LoadBalancer' },
  { field: 'loadBalancerClass', allowed: isLoadBalancer, types: 'LoadBalancer' },
  { field: 'allocateLoadBalancerNodePorts', allowed: isLoadBalancer, types: 'LoadBalancer' },
  {
    field: 'healthCheckNodePort',
    allowed: spec => isLoadBalancer(spec) && spec.externalTrafficPolicy === 'Local',
    types: 'LoadBalancer with externalTrafficPolicy Local',
  },
  { field: 'externalTrafficPolicy', allowed: isExposed, types: 'NodePort or LoadBalancer' },
];

/** Fields of another type: written, or left in place when the type changed. */
function foreignFields({ after }: Update): Hit[] {
  const spec = recordOf(after.spec);
  const type = spec.type;
  return TYPED_FIELDS.filter(({ field, allowed }) => spec[field] !== undefined && !allowed(spec)).map(({ field, types }) => ({
    path: `/spec/${field}`,
    part: field,
    message: `${field} may only be there with type ${types}, and this Service is ${type}`,
    fix: `remove ${field} in the same change as the type`,
  }));
}

function ports({ after }: Update): Hit[] {
  const spec = recordOf(after.spec);
  const list = listOf(spec.ports).filter(isRecord);
  const hits: Hit[] = [];
  if (list.length === 0 && spec.type !== 'ExternalName' && spec.clusterIP !== 'None') {
    hits.push({ path: '/spec/ports', part: 'ports', message: `a Service of type ${spec.type} needs a port`, fix: 'add the ports in the same change as the type' });
  }
  list.forEach((port, index) => {
    if (list.length > 1 && !port.name) {
      hits.push({ path: `/spec/ports/${index}/name`, part: `ports.${index}.name`, message: 'with more than one port each needs a name', fix: 'name every port' });
    }
    if (spec.type === 'ClusterIP' && port.nodePort !== undefined) {
      hits.push({ path: `/spec/ports/${index}/nodePort`, part: `ports.${index}.nodePort`, message: 'a Service of type ClusterIP has no node ports', fix: 'remove nodePort, or make it a NodePort' });
    }
  });
  return [...hits, ...duplicates(list)];
}

/** Apply tells ports apart by number and protocol; the server also by name and by node port. */
function duplicates(list: readonly Spec[]): Hit[] {
  const seen = new Set<string>();
  return list.flatMap((port, index) => {
    if (!port.name) { return []; }
    const known = seen.has(port.name);
    seen.add(port.name);
    return known ? [{ path: `/spec/ports/${index}/name`, part: `ports.${index}.name`, message: `two ports have the name '${port.name}'`, fix: 'name each port differently' }] : [];
  });
}

function address({ after }: Update): Hit[] {
  const spec = recordOf(after.spec);
  if (spec.type === 'ExternalName') {
    if (spec.clusterIP !== undefined) { return [{ path: '/spec/clusterIP', message: 'an ExternalName Service has no address', fix: 'remove clusterIP' }]; }
    return spec.externalName ? [] : [{ path: '/spec/externalName', message: 'an ExternalName Service needs externalName', fix: 'name the host' }];
  }
  return spec.clusterIP === 'None' && spec.type !== 'ClusterIP'
    ? [{ path: '/spec/type', message: `a headless Service cannot become ${spec.type}`, fix: 'add a second Service of that type beside the headless one' }]
    : [];
}

export const SERVICE_TYPE_RULES: readonly EffectRule[] = [{
  id: 'service-type-fields',
  title: 'Fields that do not go with the type of a Service',
  effect: 'refused',
  kinds: ['Service'],
  fields: 'spec.type with spec.ports, nodePort, externalName, clusterIP, externalTrafficPolicy, loadBalancerSourceRanges, loadBalancerClass',
  why: 'when the type changes, the server drops only what it had added itself; what somebody wrote for the old type is refused with the new one',
  fix: 'change these fields together with the type',
  updated: update => isService(update.after) ? [...foreignFields(update), ...ports(update), ...address(update)] : [],
}];
