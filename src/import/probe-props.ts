import { Call } from './code';
import { STATEFUL, secondsOf, unlessEmpty } from './values';
import { isRecord, listOf, recordOf } from '../kubernetes/manifest';

/** What Kubernetes takes where a probe does not say. */
const PERIOD = 10;
const TIMEOUT = 1;
const FAILURES = 3;

/** What `HealthCheck` takes where nobody says. */
const USUAL_TIMEOUT = 5;
const USUAL_BUDGET: Readonly<Record<string, number>> = { startupProbe: 600, livenessProbe: 60 };

/** The health checks of a container; what they cannot say is left out. */
export function probeProps(container: Record<string, any>) {
  return unlessEmpty({
    startupCheck: healthCheck('startupProbe', container),
    readinessCheck: healthCheck('readinessProbe', container),
    livenessCheck: healthCheck('livenessProbe', container),
  });
}

function healthCheck(field: string, container: Record<string, any>): Call | undefined {
  const probe = container[field];
  if (!isRecord(probe)) { return undefined; }
  const times = timesOf(field, probe);
  if (isRecord(probe.exec)) { return new Call('HealthCheck.exec', [listOf(probe.exec.command), ...optional(times)], STATEFUL); }
  const port = portNamed(probe, listOf(container.ports));
  if (port === undefined) { return undefined; }
  const isFirst = port === listOf(container.ports)[0];
  const options = { port: isFirst ? undefined : port.name, ...times };
  if (isRecord(probe.httpGet)) {
    const { path, scheme } = probe.httpGet;
    const http = { path: path === '/' ? undefined : path, https: scheme === 'HTTPS' ? true : undefined };
    return new Call('HealthCheck.http', optional({ ...http, ...options }), STATEFUL);
  }
  return isRecord(probe.tcpSocket) ? new Call('HealthCheck.tcp', optional(options), STATEFUL) : undefined;
}

function timesOf(field: string, { periodSeconds = PERIOD, timeoutSeconds = TIMEOUT, failureThreshold = FAILURES }: Record<string, any>) {
  const budget = periodSeconds * failureThreshold;
  return {
    interval: periodSeconds === PERIOD ? undefined : secondsOf(periodSeconds),
    timeout: timeoutSeconds === USUAL_TIMEOUT ? undefined : secondsOf(timeoutSeconds),
    startupBudget: field === 'startupProbe' && budget !== USUAL_BUDGET[field] ? secondsOf(budget) : undefined,
    failureBudget: field === 'livenessProbe' && budget !== USUAL_BUDGET[field] ? secondsOf(budget) : undefined,
  };
}

/** The port of the container that a probe asks, by name or by number. */
function portNamed(probe: Record<string, any>, ports: readonly any[]): Record<string, any> | undefined {
  const wanted = recordOf(probe.httpGet ?? probe.tcpSocket).port;
  return ports.find(port => isRecord(port) && typeof port.name === 'string' && (port.name === wanted || port.containerPort === wanted));
}

function optional(options: object): object[] {
  const some = unlessEmpty(options);
  return some ? [some] : [];
}
