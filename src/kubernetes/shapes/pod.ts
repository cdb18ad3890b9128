import { isRecord, listOf, recordOf } from '../manifest';
import { LABEL_SELECTOR, METADATA, NODE_SELECTOR, NODE_SELECTOR_TERM, REFERENCE } from './common';
import {
  ATOMIC_LIST, ATOMIC_MAP, QUANTITIES, QUANTITY, Shape, fixed, keyedList, listOfShape, struct,
} from './shape';
import { DATA_SOURCES, TEMPLATE_CLAIM_SPEC } from './storage';

const RESOURCES: Shape = struct({
  limits: QUANTITIES, requests: QUANTITIES, claims: keyedList(['name'], struct({})),
});

const HTTP_GET: Shape = struct({}, fixed({ path: '/', scheme: 'HTTP' }));

const PROBE: Shape = struct(
  { httpGet: HTTP_GET, grpc: struct({}), exec: struct({ command: ATOMIC_LIST }), tcpSocket: struct({}) },
  fixed({ timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }),
);

const HANDLER: Shape = struct({ httpGet: HTTP_GET, exec: struct({ command: ATOMIC_LIST }), tcpSocket: struct({}) });

const FIELD_REF: Shape = struct({}, fixed({ apiVersion: 'v1' }), { atomic: true });
const RESOURCE_FIELD_REF: Shape = struct({ divisor: QUANTITY }, fixed({ divisor: '0' }), { atomic: true });

const ENV: Shape = struct({
  valueFrom: struct({ fieldRef: FIELD_REF, resourceFieldRef: RESOURCE_FIELD_REF, configMapKeyRef: REFERENCE, secretKeyRef: REFERENCE }),
});

const SECURITY_CONTEXT: Shape = struct({
  capabilities: struct({ add: ATOMIC_LIST, drop: ATOMIC_LIST }),
  supplementalGroups: ATOMIC_LIST,
  sysctls: ATOMIC_LIST,
});

/** Alpha in 1.27: the server drops these without a word. */
function withoutAlpha({ resizePolicy, ...container }: Record<string, any>): Record<string, any> {
  if (!isRecord(container.resources) || !Object.hasOwn(container.resources, 'claims')) { return container; }
  const { claims, ...resources } = container.resources;
  return { ...container, resources };
}

export const CONTAINER: Shape = struct({
  command: ATOMIC_LIST,
  args: ATOMIC_LIST,
  env: keyedList(['name'], ENV),
  envFrom: listOfShape(struct({ configMapRef: struct({}), secretRef: struct({}) })),
  ports: keyedList(['containerPort', 'protocol'], struct({}, fixed({ protocol: 'TCP' }))),
  resources: RESOURCES,
  volumeMounts: keyedList(['mountPath'], struct({})),
  volumeDevices: keyedList(['devicePath'], struct({})),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  lifecycle: struct({ postStart: HANDLER, preStop: HANDLER }),
  securityContext: SECURITY_CONTEXT,
}, container => ({
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  imagePullPolicy: pullPolicyOf(container.image),
  resources: {},
}), { decode: withoutAlpha });

/** `Always` for `latest` and for no tag at all; a digest needs no tag. */
function pullPolicyOf(image: unknown): string {
  const name = typeof image === 'string' ? image : '';
  const [reference, digest] = name.split('@');
  const lastPart = reference.slice(reference.lastIndexOf('/') + 1);
  const tag = lastPart.includes(':') ? lastPart.slice(lastPart.indexOf(':') + 1) : undefined;
  return tag === 'latest' || (tag === undefined && digest === undefined) ? 'Always' : 'IfNotPresent';
}

const MODE: Shape['defaults'] = fixed({ defaultMode: 0o644 });
const ITEMS_WITH_FIELDS: Shape = listOfShape(struct({ fieldRef: FIELD_REF, resourceFieldRef: RESOURCE_FIELD_REF }));

const PROJECTED_SOURCES: Shape = listOfShape(struct({
  secret: struct({}),
  configMap: struct({}),
  downwardAPI: struct({ items: ITEMS_WITH_FIELDS }),
  serviceAccountToken: struct({}, fixed({ expirationSeconds: 3600 })),
}));

/** What a volume of a pod can be. */
const VOLUME_SOURCES: Readonly<Record<string, Shape>> = {
  emptyDir: struct({ sizeLimit: QUANTITY }),
  secret: struct({ items: ATOMIC_LIST }, MODE),
  configMap: struct({ items: ATOMIC_LIST }, MODE),
  downwardAPI: struct({ items: ITEMS_WITH_FIELDS }, MODE),
  projected: struct({ sources: PROJECTED_SOURCES }, MODE),
  persistentVolumeClaim: struct({}),
  ...DATA_SOURCES,
  ephemeral: struct({ volumeClaimTemplate: struct({ metadata: METADATA, spec: TEMPLATE_CLAIM_SPEC }) }),
};

const VOLUME: Shape = struct(VOLUME_SOURCES, volume =>
  Object.keys(volume).some(key => key !== 'name' && volume[key] !== null && volume[key] !== undefined) ? {} : { emptyDir: {} });

const CONTAINERS: Shape = keyedList(['name'], CONTAINER);

function affinity(required: Shape, preferred: NonNullable<Shape['fields']>): Shape {
  return struct({
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: listOfShape(struct(preferred)),
  });
}

const POD_TERM: Shape = struct({ labelSelector: LABEL_SELECTOR, namespaceSelector: LABEL_SELECTOR, namespaces: ATOMIC_LIST });
const POD_AFFINITY: Shape = affinity(listOfShape(POD_TERM), { podAffinityTerm: POD_TERM });

const POD_FIELDS: NonNullable<Shape['fields']> = {
  containers: CONTAINERS,
  initContainers: CONTAINERS,
  ephemeralContainers: CONTAINERS,
  volumes: keyedList(['name'], VOLUME),
  imagePullSecrets: keyedList(['name'], struct({})),
  hostAliases: keyedList(['ip'], struct({})),
  topologySpreadConstraints: keyedList(['topologyKey', 'whenUnsatisfiable'], struct({ labelSelector: LABEL_SELECTOR })),
  schedulingGates: keyedList(['name'], struct({})),
  resourceClaims: keyedList(['name'], struct({})),
  nodeSelector: ATOMIC_MAP,
  tolerations: listOfShape(struct({})),
  readinessGates: ATOMIC_LIST,
  securityContext: SECURITY_CONTEXT,
  overhead: QUANTITIES,
  affinity: struct({
    nodeAffinity: affinity(NODE_SELECTOR, { preference: NODE_SELECTOR_TERM }), podAffinity: POD_AFFINITY, podAntiAffinity: POD_AFFINITY,
  }),
};

const POD_DEFAULTS = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  schedulerName: 'default-scheduler',
  securityContext: {},
};

/** `serviceAccount` is the old name of `serviceAccountName`; on the host's network a port is the host's port; alpha fields are dropped. */
function decodePodSpec(spec: Record<string, any>): Record<string, any> {
  const { serviceAccount, resourceClaims, hostUsers, ...rest } = spec;
  const named = serviceAccount && !rest.serviceAccountName ? { ...rest, serviceAccountName: serviceAccount } : rest;
  if (named.hostNetwork !== true) { return named; }
  return { ...named, ...onHostPorts(named, 'containers'), ...onHostPorts(named, 'initContainers') };
}

function onHostPorts(spec: Record<string, any>, field: string): Record<string, any> {
  if (!Array.isArray(spec[field])) { return {}; }
  return {
    [field]: spec[field].map(recordOf).map((container: Record<string, any>) => ({
      ...container,
      ports: listOf(container.ports).map(recordOf).map(port => ({ ...port, hostPort: port.hostPort || port.containerPort })),
    })),
  };
}

const POD_SPEC: Shape = struct(POD_FIELDS, fixed(POD_DEFAULTS), { decode: decodePodSpec });

export const POD_TEMPLATE: Shape = struct({ metadata: METADATA, spec: POD_SPEC });

/** An object of kind PodTemplate. */
export const POD_TEMPLATE_OBJECT: Shape = struct({ metadata: METADATA, template: POD_TEMPLATE });

/** In a Pod itself, a limit without a request is a request too. In a template it is not yet. */
const POD_CONTAINER: Shape = struct({
  ...CONTAINER.fields,
  resources: struct(RESOURCES.fields!, resources => {
    const [limits, requests] = [recordOf(resources.limits), recordOf(resources.requests)];
    const isComplete = Object.keys(limits).every(name => Object.hasOwn(requests, name));
    return isComplete ? {} : { requests: { ...limits, ...requests } };
  }),
}, CONTAINER.defaults, { decode: withoutAlpha });

const POD_CONTAINERS: Shape = keyedList(['name'], POD_CONTAINER);

export const POD: Shape = struct({
  metadata: METADATA,
  spec: struct(
    { ...POD_FIELDS, containers: POD_CONTAINERS, initContainers: POD_CONTAINERS },
    fixed({ ...POD_DEFAULTS, serviceAccountName: 'default', enableServiceLinks: true, preemptionPolicy: 'PreemptLowerPriority', priority: 0 }),
    { decode: decodePodSpec },
  ),
});
