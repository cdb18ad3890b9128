import { isRecord } from '../manifest';

/** What a struct holds, or what is to be written into it. */
type Fields = Readonly<Record<string, unknown>>;

/** How a scalar below a struct is written, by the keys on the way to it; undefined if it is in quotes, or nobody knows. */
type Written = (...keys: string[]) => string | undefined;

/** Fields that a struct had in an older version of its API, or that people write by mistake, and what is written today. */
export interface FormerFields {
  readonly struct: string;
  /** Each of them alone says that the struct is written in the old way. */
  readonly fields: readonly string[];
  /** Where they were fields. @default - they never were */
  readonly from?: string;
  /** They stand in the struct of that field, and what is written today stands beside it. @default - in the struct itself */
  readonly in?: string;
  /** What says the same today; undefined if the values do not say it. */
  readonly today: (given: Fields, written: Written) => Fields | undefined;
}

const AUTOSCALER_V1 = 'autoscaling/v1';
const AUTOSCALER_V2BETA1 = 'autoscaling/v2beta1';
const INGRESS_V1BETA1 = 'networking.k8s.io/v1beta1';

/** Of the kinds of target, the one whose value is given. */
function target(values: Fields): Fields | undefined {
  const { averageUtilization, averageValue, value } = values;
  if (averageUtilization !== undefined) { return { type: 'Utilization', averageUtilization }; }
  if (averageValue !== undefined) { return { type: 'AverageValue', averageValue }; }
  return value === undefined ? undefined : { type: 'Value', value };
}

function metric(name: unknown, selector?: unknown): Fields | undefined {
  return name === undefined ? undefined : { name, selector };
}

function resourceTarget({ targetAverageUtilization, targetAverageValue }: Fields): Fields {
  return { target: target({ averageUtilization: targetAverageUtilization, averageValue: targetAverageValue }) };
}

/** The object that is measured was called its target. */
function objectMetric({ metricName, selector, targetValue, averageValue, target: measured }: Fields): Fields {
  const { apiVersion, kind, name, ...rest } = isRecord(measured) ? measured : {};
  const isNew = Object.keys(rest).length > 0;
  return {
    describedObject: kind === undefined && name === undefined ? undefined : { apiVersion, kind, name },
    metric: metric(metricName, selector),
    target: target({ averageValue, value: targetValue }) ?? (isNew ? rest : undefined),
  };
}

function ingressBackend({ serviceName, servicePort }: Fields): Fields | undefined {
  if (serviceName === undefined) { return undefined; }
  const port = servicePort === undefined ? undefined : { [typeof servicePort === 'number' ? 'number' : 'name']: servicePort };
  return { service: { name: serviceName, port } };
}

function exportedDirectory({ server, path, readOnly }: Fields): Fields | undefined {
  return typeof server === 'string' && typeof path === 'string' ? { nfs: { server, path, readOnly } } : undefined;
}

/** Terms for nodes have expressions alone. */
function expressionsOf(labels: unknown): Fields | undefined {
  const pairs = isRecord(labels) ? Object.entries(labels) : [];
  return pairs.length > 0 ? { matchExpressions: pairs.map(([key, value]) => ({ key, operator: 'In', values: [value] })) } : undefined;
}

const COMPOSE_MOUNT = /^([a-z0-9][a-z0-9-]*):(\/[^:]*)(:ro)?$/;

/** `data:/var/lib/data`, as Docker Compose has it. */
function composeMounts(volumes: unknown): Fields | undefined {
  const mounts = (Array.isArray(volumes) ? volumes : []).map(volume => typeof volume === 'string' ? COMPOSE_MOUNT.exec(volume) : null);
  if (mounts.length === 0 || mounts.includes(null)) { return undefined; }
  return { volumeMounts: mounts.map(mount => ({ name: mount![1], mountPath: mount![2], readOnly: mount![3] === undefined ? undefined : true })) };
}

/** `{NAME: value}` or `[NAME=value]`, as Docker Compose has it. Values become text, as they are written: `0022` and not 18. */
function composeVariables(environment: unknown, written: Written): Fields | undefined {
  const pairs = Array.isArray(environment)
    ? environment.map(pair => typeof pair === 'string' ? /^([A-Za-z_]\w*)=(.*)$/.exec(pair)?.slice(1) : undefined)
    : isRecord(environment) ? Object.entries(environment).map(([name, value]) => typeof value === 'object' ? undefined : [name, written('environment', name) ?? String(value)]) : [];
  return pairs.length === 0 || pairs.includes(undefined) ? undefined : { env: pairs.map(pair => ({ name: pair![0], value: pair![1] })) };
}

/** Fields by which sources are named, by the struct: people write the name of one for that of another. */
const KEYS_OF_SOURCES: Readonly<Record<string, readonly [key: string, ...others: string[]]>> = {
  SecretVolumeSource: ['secretName', 'name'],
  ConfigMapVolumeSource: ['name', 'configMapName', 'secretName'],
  PersistentVolumeClaimVolumeSource: ['claimName', 'name', 'claim', 'pvcName', 'volumeName'],
  SecretKeySelector: ['name', 'secretName'],
  ConfigMapKeySelector: ['name', 'configMapName'],
  SecretEnvSource: ['name', 'secretName'],
  ConfigMapEnvSource: ['name', 'configMapName'],
  SecretProjection: ['name', 'secretName'],
  ConfigMapProjection: ['name', 'configMapName'],
};

const OTHER_KEYS: readonly FormerFields[] = Object.entries(KEYS_OF_SOURCES).flatMap(([struct, [key, ...others]]) => others.map(other => ({
  struct,
  fields: [other],
  today: given => given[key] === undefined && typeof given[other] !== 'object' ? { [key]: given[other] } : undefined,
})));

export const FORMER_FIELDS: readonly FormerFields[] = [
  ...OTHER_KEYS,
  { struct: 'Container', fields: ['volumes'], today: ({ volumes, volumeMounts }) => volumeMounts === undefined ? composeMounts(volumes) : undefined },
  { struct: 'Container', fields: ['environment'], today: ({ environment, env }, written) => env === undefined ? composeVariables(environment, written) : undefined },
  { struct: 'Volume', fields: ['pvc'], today: ({ pvc }) => isRecord(pvc) ? { persistentVolumeClaim: pvc } : undefined },
  {
    struct: 'HorizontalPodAutoscalerSpec',
    fields: ['targetCPUUtilizationPercentage'],
    from: AUTOSCALER_V1,
    today: ({ targetCPUUtilizationPercentage: averageUtilization, metrics }) => ({
      metrics: [
        ...Array.isArray(metrics) ? metrics : [],
        { type: 'Resource', resource: { name: 'cpu', target: target({ averageUtilization }) } },
      ],
    }),
  },
  ...['ResourceMetricSource', 'ContainerResourceMetricSource'].map(struct =>
    ({ struct, fields: ['targetAverageUtilization', 'targetAverageValue'], from: AUTOSCALER_V2BETA1, today: resourceTarget })),
  {
    struct: 'PodsMetricSource',
    fields: ['metricName', 'selector', 'targetAverageValue'],
    from: AUTOSCALER_V2BETA1,
    today: ({ metricName, selector, targetAverageValue: averageValue }) =>
      ({ metric: metric(metricName, selector), target: target({ averageValue }) }),
  },
  {
    struct: 'ExternalMetricSource',
    fields: ['metricName', 'metricSelector', 'targetValue', 'targetAverageValue'],
    from: AUTOSCALER_V2BETA1,
    today: ({ metricName, metricSelector, targetValue: value, targetAverageValue: averageValue }) =>
      ({ metric: metric(metricName, metricSelector), target: target({ value, averageValue }) }),
  },
  {
    struct: 'ObjectMetricSource',
    fields: ['metricName', 'selector', 'targetValue', 'averageValue'],
    from: AUTOSCALER_V2BETA1,
    today: objectMetric,
  },
  { struct: 'ObjectMetricSource', fields: ['apiVersion', 'kind', 'name'], from: AUTOSCALER_V2BETA1, in: 'target', today: objectMetric },
  {
    struct: 'IngressSpec',
    fields: ['backend'],
    from: INGRESS_V1BETA1,
    today: ({ backend }) => isRecord(backend) ? { defaultBackend: ingressBackend(backend) ?? backend } : undefined,
  },
  { struct: 'IngressBackend', fields: ['serviceName', 'servicePort'], from: INGRESS_V1BETA1, today: ingressBackend },
  {
    struct: 'IngressBackend',
    fields: ['port'],
    today: ({ service, port: servicePort }) => typeof service === 'string' && typeof servicePort !== 'object' ? ingressBackend({ serviceName: service, servicePort }) : undefined,
  },
  {
    struct: 'ServicePort',
    fields: ['containerPort'],
    today: ({ containerPort, port }) => port === undefined ? { port: containerPort } : { targetPort: containerPort },
  },
  { struct: 'NodeSelectorTerm', fields: ['matchLabels'], today: ({ matchLabels, matchExpressions }) => matchExpressions === undefined ? expressionsOf(matchLabels) : undefined },
  ...['PersistentVolumeSpec', 'Volume'].map(struct => ({ struct, fields: ['server', 'path'], today: exportedDirectory })),
];
