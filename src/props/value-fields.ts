import type { Duration } from 'cdk8s';
import { Field, assignment, count, fitting, instance, listOf, mapOf, number, required, struct, text, valueOf } from './fields';
import { CRON_SCHEDULE } from '../kubernetes/formats/cron-schedule';
import { DNS_SUBDOMAIN } from '../kubernetes/formats/dns-subdomain';
import { ANNOTATION_KEY, LABEL_KEY, LABEL_VALUE } from '../kubernetes/formats/label';
import { MAX_USER_ID, USER_ID, podCount, wholeNumber } from '../kubernetes/formats/number';
import { ABSOLUTE_PATH } from '../kubernetes/formats/path';
import { PORT_NAME } from '../kubernetes/formats/port';
import { TIME_ZONE as TIME_ZONE_NAME } from '../kubernetes/formats/time-zone';

/** Fields of the value classes: those of cdk8s, of cdk8s-plus and our own. */

/**
 * The name of an object that exists: of `a Secret`, for example. Variables of
 * the environment that are not set end up here as empty texts, which must not
 * be taken for a prop that was left out: `without` says what leaving it out does.
 */
export function nameOf(what: string, name: Field, without?: string): Field {
  const field = fitting(name, { ...DNS_SUBDOMAIN, mustBe: `the name of ${what} (${DNS_SUBDOMAIN.mustBe})` });
  return {
    ...field,
    check: (value, place, problems) => {
      if (typeof value === 'string' && value.trim() === '') {
        problems.misfits.push(`'${place}' must be the name of ${what}, got '${value}'; ${without ?? `write '${assignment(place, name.example)}'`}`);
      } else {
        field.check(value, place, problems);
      }
    },
  };
}

/** A StorageClass that exists. */
export const STORAGE_CLASS_NAME: Field = nameOf('a StorageClass', text('fast'), "leave it out for the cluster's default StorageClass");

/** A Size: people write `10Gi`, as in YAML, or a number. */
export const SIZE: Field = instance('a Size', 'toKibibytes', 'Size.gibibytes(10)', value => {
  const [, amount, unit = 'Gi'] = /^\s*(\d+)\s*(Ki|Mi|Gi|Ti)?\s*$/.exec(String(value)) ?? [];
  return amount && `Size.${{ Ki: 'kibibytes', Mi: 'mebibytes', Gi: 'gibibytes', Ti: 'tebibytes' }[unit]}(${amount})`;
});

/** A Duration: people write `30s`, or a number of seconds. */
const DURATION: Field = instance('a Duration', 'toMilliseconds', 'Duration.seconds(30)', value => {
  const [, amount, unit = 's'] = /^\s*(\d+)\s*(s|m|h|d)?\s*$/.exec(String(value)) ?? [];
  return amount && `Duration.${{ s: 'seconds', m: 'minutes', h: 'hours', d: 'days' }[unit]}(${amount})`;
});

/** A Duration in whole seconds, as Kubernetes counts them. */
export const SECONDS: Field = fitting(DURATION, wholeNumber(0), 'in seconds', secondsOf);

/** A Duration that is more than nothing; parts of a second are rounded up. */
export const PERIOD: Field = fitting(DURATION, { ...wholeNumber(1), fits: value => value > 0 && wholeNumber(0).fits(Math.ceil(value)) }, 'in seconds', secondsOf);

function secondsOf(duration: Duration): number {
  return duration.toMilliseconds() / 1000;
}

/** A schedule: cdk8s has a class of the name, whose text is meant. */
export const SCHEDULE: Field = fitting(
  text('0 3 * * *', value => `"${typeof value?.expressionString === 'string' ? value.expressionString : '0 3 * * *'}"`), CRON_SCHEDULE,
);

/** Where the hours of a schedule are counted. */
export const TIME_ZONE: Field = fitting(text('Europe/Berlin'), TIME_ZONE_NAME);

export const STORAGE: Field = instance('a Storage', 'bind', 'Storage.dynamic()', value => {
  if (typeof value === 'string') { return `Storage.dynamic({ storageClassName: "${value}" })`; }
  return typeof value?.storage?.bind === 'function' ? `${value.node?.id ?? 'nfs'}.storage` : undefined;
});

export const HEALTH_CHECK: Field = instance('a HealthCheck', 'toStartupProbe', 'HealthCheck.http({ path: "/" })', value => {
  if (value?.tcp || value?.tcpSocket) { return 'HealthCheck.tcp()'; }
  return value?.exec ? 'HealthCheck.exec(["redis-cli", "ping"])' : undefined;
});

export const UPDATE_STRATEGY: Field = instance('an UpdateStrategy', 'toStrategy', 'UpdateStrategy.rollingUpdate()',
  value => value === 'OnDelete' || value?.type === 'OnDelete' ? 'UpdateStrategy.onDelete()' : undefined);

export const CLAIM_RETENTION: Field = instance('a ClaimRetention', 'toPolicy', 'ClaimRetention.retain()',
  value => value === 'Delete' ? 'ClaimRetention.deleteAlways()' : undefined);

export const CLIENT_SERVICE: Field = instance('a ClientService', 'toProps', 'ClientService.clusterIp()', value => ({
  NodePort: 'ClientService.nodePort()', LoadBalancer: 'ClientService.loadBalancer()',
} as Record<string, string>)[value?.type ?? value]);

export const SPREAD: Field = instance('a Spread', 'toFields', 'Spread.preferred()');

export const NETWORK_PEER: Field = instance('a NetworkPeer', 'toPeer', 'NetworkPeer.namespace("web")', value => {
  if (value?.selectorLabels) { return `NetworkPeer.app(${value.node?.id ?? 'app'})`; }
  return typeof value === 'string' && value.includes('/') ? `NetworkPeer.ipBlock("${value}")` : undefined;
});

const CPU: Field = valueOf('a Cpu', 'Cpu.millis(100)', value => typeof value?.amount === 'string',
  value => /^\d+m$/.test(value) ? `Cpu.millis(${parseInt(value)})` : undefined);

/** What a container requests and may use at most. People write it as Kubernetes does, with `requests` first. */
export const resources = (example: string): Field => struct({
  cpu: struct({ request: CPU, limit: CPU }, '{ request: Cpu.millis(100) }'),
  memory: struct({ request: SIZE, limit: SIZE }, '{ request: Size.mebibytes(256), limit: Size.mebibytes(256) }'),
  ephemeralStorage: struct({ request: SIZE, limit: SIZE }, '{ request: Size.gibibytes(1) }'),
}, example);

export const RESOURCES = resources('{ cpu: { request: Cpu.millis(100) }, memory: { request: Size.mebibytes(256) } }');

/** A value from elsewhere. A plain one belongs into `env`. */
export const ENV_VALUE: Field = valueOf("an EnvValue (plain values belong into 'env')", 'EnvValue.fromSecretValue({ secret, key: "password" })',
  value => typeof value === 'object' && value !== null && (value.value !== undefined || value.valueFrom !== undefined));

export const SERVICE_ACCOUNT: Field = valueOf('a ServiceAccount', 'ServiceAccount.fromServiceAccountName(chart, "account", "default")',
  value => typeof value === 'object' && typeof value?.name === 'string',
  value => typeof value === 'string' ? `ServiceAccount.fromServiceAccountName(chart, "account", "${value}")` : undefined);

/** Of a user or group of Linux. */
export function id(example: number, whose: string): Field {
  return fitting(number(example), { ...USER_ID, mustBe: `the id of a ${whose}, a whole number from 0 to ${MAX_USER_ID}` });
}

/** Labels, and what selects by them. */
export function labels(value: string, name: string): Field {
  return mapOf(fitting(text(value), LABEL_VALUE), name, LABEL_KEY);
}

export const LABELS: Field = labels('data', 'team');

export function annotations(value: Field, name: string): Field {
  return mapOf(value, name, ANNOTATION_KEY);
}

/** Lists of names are as long as this number says, so it has a bound. */
export const REPLICAS: Field = fitting(number(3), podCount(0));

/** Where metrics are read. */
export const METRICS_ENDPOINT: Field = struct({
  port: fitting(text('metrics'), PORT_NAME),
  path: fitting(text('/metrics'), ABSOLUTE_PATH),
  interval: PERIOD,
  labels: LABELS,
}, '{ port: "metrics" }');

export const AUTOSCALING: Field = struct({
  minReplicas: fitting(number(1), podCount(1)),
  maxReplicas: required(fitting(number(5), podCount(1))),
  cpuUtilization: count(1, 80, 'in percent'),
  memoryUtilization: count(1, 80, 'in percent'),
  metrics: listOf(instance('an AutoscalingMetric', 'toMetric', 'AutoscalingMetric.pods("http_requests_per_second", "100")')),
  tolerance: fitting(number(5), { family: 'range', mustBe: 'a percentage from 0 to 100', fits: value => value >= 0 && value <= 100 }),
}, '{ maxReplicas: 5 }');

