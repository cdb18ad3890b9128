import { isRecord } from '../manifest';
import { LABEL_SELECTOR, METADATA } from './common';
import { ATOMIC_LIST, ATOMIC_MAP, KEEPS_EMPTY, SET, Shape, fixed, keyedList, listOfShape, struct } from './shape';

const EXPOSED = new Set(['NodePort', 'LoadBalancer']);

function serviceDefaults(spec: Readonly<Record<string, any>>): Record<string, unknown> {
  const type = spec.type || 'ClusterIP';
  return {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    ...spec.sessionAffinity === 'ClientIP' && { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } },
    ...type !== 'ExternalName' && { internalTrafficPolicy: 'Cluster' },
    ...EXPOSED.has(type) && { externalTrafficPolicy: 'Cluster' },
    ...type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true },
  };
}

/** Without client affinity there is nothing to configure about it. */
function decodeServiceSpec(spec: Record<string, any>): Record<string, any> {
  if ((spec.sessionAffinity || 'None') !== 'None') { return spec; }
  const { sessionAffinityConfig, ...rest } = spec;
  return rest;
}

const SERVICE_PORT: Shape = struct({}, port => ({ protocol: 'TCP', targetPort: port.port }));

export const SERVICE: Shape = struct({
  metadata: METADATA,
  spec: struct({
    ports: keyedList(['port', 'protocol'], SERVICE_PORT),
    selector: ATOMIC_MAP,
    externalIPs: ATOMIC_LIST,
    loadBalancerSourceRanges: ATOMIC_LIST,
    clusterIPs: ATOMIC_LIST,
    ipFamilies: ATOMIC_LIST,
    sessionAffinityConfig: struct({ clientIP: struct({}, fixed({ timeoutSeconds: 10800 })) }),
  }, serviceDefaults, { decode: decodeServiceSpec }),
});

const POLICY_RULE: Shape = struct({
  ports: listOfShape(struct({}, fixed({ protocol: 'TCP' }))),
  from: ATOMIC_LIST,
  to: ATOMIC_LIST,
});

export const NETWORK_POLICY: Shape = struct({
  metadata: METADATA,
  spec: struct(
    { podSelector: LABEL_SELECTOR, ingress: listOfShape(POLICY_RULE), egress: listOfShape(POLICY_RULE), policyTypes: ATOMIC_LIST },
    spec => ({ policyTypes: Array.isArray(spec.egress) && spec.egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'] }),
  ),
});

const PORT_WITH_PROTOCOL: Shape = struct({}, fixed({ protocol: 'TCP' }));

export const ENDPOINTS: Shape = struct({
  metadata: METADATA,
  subsets: listOfShape(struct({ ports: listOfShape(PORT_WITH_PROTOCOL) })),
});

export const ENDPOINT_SLICE: Shape = struct({
  metadata: METADATA,
  endpoints: listOfShape(struct({ addresses: SET })),
  ports: listOfShape(struct({ name: KEEPS_EMPTY }, fixed({ name: '', protocol: 'TCP' }))),
});

export const INGRESS: Shape = struct({
  metadata: METADATA,
  spec: struct({ rules: ATOMIC_LIST, tls: ATOMIC_LIST, defaultBackend: struct({}) }),
});

const RBAC_GROUP = 'rbac.authorization.k8s.io';

export const ROLE_BINDING: Shape = struct({
  metadata: METADATA,
  roleRef: struct({}, fixed({ apiGroup: RBAC_GROUP }), { atomic: true }),
  subjects: listOfShape(struct({}, subject => isRecord(subject) && ['User', 'Group'].includes(subject.kind) ? { apiGroup: RBAC_GROUP } : {})),
});

const WEBHOOK: Shape = struct({
  rules: listOfShape(struct({}, fixed({ scope: '*' }))),
  namespaceSelector: LABEL_SELECTOR,
  objectSelector: LABEL_SELECTOR,
  clientConfig: struct({ service: struct({}, fixed({ port: 443 })) }),
}, fixed({ failurePolicy: 'Fail', matchPolicy: 'Equivalent', timeoutSeconds: 10, namespaceSelector: {}, objectSelector: {} }));

export const WEBHOOK_CONFIGURATION: Shape = struct({ metadata: METADATA, webhooks: keyedList(['name'], WEBHOOK) });
