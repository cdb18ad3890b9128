import { containerExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, givenOf, isBelow, isGiven, namesIn } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { DEFAULT_GRACE_PERIOD, HOOKS, PROBES } from '../../../kubernetes/workload';
import { show } from '../../../reports/show';

export const probeHandler: Rule = {
  id: 'probe-handler',
  why: 'the kubelet asks in one way only, so a probe has exactly one of exec, httpGet, tcpSocket and grpc',
  fix: 'write exactly one of exec, httpGet, tcpSocket and grpc',
  bad: containerExample('livenessProbe: {periodSeconds: 5}'),
  good: containerExample('livenessProbe: {periodSeconds: 5, httpGet: {path: /, port: 80}}'),
};

export const lifecycleHandler: Rule = {
  id: 'lifecycle-handler',
  why: 'the kubelet calls a hook in one way only, so it has exactly one of exec, httpGet, tcpSocket and sleep',
  fix: 'write exactly one of exec, httpGet and tcpSocket (from Kubernetes 1.30 on also sleep), or remove the hook',
  bad: containerExample('lifecycle: {preStop: {}}'),
  good: containerExample('lifecycle: {preStop: {exec: {command: [sync]}}}'),
};

export const probeSuccessThreshold: Rule = {
  id: 'probe-success-threshold',
  why: 'one answer proves that a container is alive or has started, so liveness and startup probes cannot ask for more',
  fix: 'write successThreshold: 1 or leave it out',
  bad: containerExample('livenessProbe: {successThreshold: 2, tcpSocket: {port: 80}}'),
  good: containerExample('livenessProbe: {successThreshold: 1, tcpSocket: {port: 80}}'),
};

export const probeGracePeriod: Rule = {
  id: 'probe-grace-period',
  why: 'a failed readiness probe stops nothing, so there is no grace period to set',
  fix: 'remove terminationGracePeriodSeconds from the readiness probe; liveness and startup probes may have it',
  bad: containerExample('readinessProbe: {terminationGracePeriodSeconds: 5, tcpSocket: {port: 80}}'),
  good: containerExample('livenessProbe: {terminationGracePeriodSeconds: 5, tcpSocket: {port: 80}}'),
};

export const probePort: Rule = {
  id: 'probe-port-name',
  why: 'the kubelet looks a named port up in the ports of the same container; a name it does not find makes the probe fail for ever',
  severity: 'warning',
  fix: 'name one of the ports of the container, or write the number',
  bad: containerExample('ports: [{name: http, containerPort: 80}]', 'livenessProbe: {httpGet: {path: /, port: htpt}}'),
  good: containerExample('ports: [{name: http, containerPort: 80}]', 'livenessProbe: {httpGet: {path: /, port: http}}'),
};

export const sleepSeconds: Rule = {
  id: 'sleep-seconds',
  why: 'a hook that sleeps longer than the Pod has time to end is cut off, so the API server refuses it',
  since: '1.30',
  fix: 'write seconds that are not above terminationGracePeriodSeconds (30 unless given); 0 only from Kubernetes 1.33 on',
  bad: containerExample('lifecycle: {preStop: {sleep: {seconds: 31}}}'),
  good: containerExample('lifecycle: {preStop: {sleep: {seconds: 30}}}'),
};

export const PROBE_RULES = [probePort, probeHandler, lifecycleHandler, probeSuccessThreshold, probeGracePeriod, sleepSeconds];

const PROBE_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const HOOK_HANDLERS = ['exec', 'httpGet', 'tcpSocket'];

export function checkProbes({ container, at, init, sidecar }: ContainerAt, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  if (init && !sidecar) { return; }
  for (const field of PROBES) {
    if (!isRecord(container[field])) { continue; }
    checkProbe(field, container[field], `${at}/${field}`, broken);
    checkPortNames(container[field], container.ports, `${at}/${field}`, broken);
  }
  if (!isRecord(container.lifecycle)) { return; }
  // Where sleep is off, the API server leaves it out before it counts.
  const hookHandlers = model.isOff('PodLifecycleSleepAction') ? HOOK_HANDLERS : [...HOOK_HANDLERS, 'sleep'];
  for (const hook of HOOKS) {
    if (isRecord(container.lifecycle[hook])) {
      checkHandler(lifecycleHandler, container.lifecycle[hook], hookHandlers, `${at}/lifecycle/${hook}`, broken);
      checkPortNames(container.lifecycle[hook], container.ports, `${at}/lifecycle/${hook}`, broken);
      // A Pod with less than no time to end gets one second.
      const { terminationGracePeriodSeconds: given } = spec;
      checkSleep(container.lifecycle[hook].sleep, isBelow(given, 0) ? 1 : given, `${at}/lifecycle/${hook}/sleep`, broken, model);
    }
  }
}

/** A template with less than no time to end keeps it, and then no hook may sleep. */
export function checkSleepOfTemplate({ container, at, init, sidecar }: ContainerAt, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  if (init && !sidecar || !isBelow(spec.terminationGracePeriodSeconds, 0)) { return; }
  for (const hook of HOOKS) {
    checkSleep(recordOf(recordOf(container.lifecycle)[hook]).sleep, spec.terminationGracePeriodSeconds, `${at}/lifecycle/${hook}/sleep`, broken, model);
  }
}

function checkProbe(field: string, probe: Record<string, any>, at: string, broken: Broken) {
  checkHandler(probeHandler, probe, PROBE_HANDLERS, at, broken);
  const { successThreshold } = probe;
  // 0 means the default.
  if (field !== 'readinessProbe' && typeof successThreshold === 'number' && successThreshold > 1) {
    broken(probeSuccessThreshold, `${at}/successThreshold`, `successThreshold of a ${field} is ${successThreshold}, but must be 1`);
  }
  if (field === 'readinessProbe' && isGiven(probe.terminationGracePeriodSeconds)) {
    broken(probeGracePeriod, `${at}/terminationGracePeriodSeconds`, `a readinessProbe cannot have terminationGracePeriodSeconds, here ${show(probe.terminationGracePeriodSeconds)}`);
  }
}

function checkSleep(sleep: unknown, gracePeriod: unknown, at: string, broken: Broken, model: ApiModel) {
  if (!isRecord(sleep)) { return; }
  const seconds = sleep.seconds ?? 0;
  const most = gracePeriod ?? DEFAULT_GRACE_PERIOD;
  const least = model.isOff('PodLifecycleSleepActionAllowZero') ? 1 : 0;
  if (typeof seconds !== 'number' || typeof most !== 'number' || seconds >= least && seconds <= most) { return; }
  broken(sleepSeconds, at, `the hook sleeps ${seconds} seconds, and may sleep ${least} to ${most}`);
}

function checkHandler(rule: Rule, holder: Record<string, any>, handlers: readonly string[], at: string, broken: Broken) {
  const given = givenOf(holder, handlers);
  if (given.length === 0) { broken(rule, at, `it says no way to ask: none of ${namesIn(handlers, 'and')}`); }
  if (given.length > 1) { broken(rule, `${at}/${given[1]}`, `it says ${given.length} ways at once: ${namesIn(given, 'and')}`); }
}

function checkPortNames(handlers: Record<string, any>, ports: unknown, at: string, broken: Broken) {
  for (const handler of ['httpGet', 'tcpSocket']) {
    const { port } = recordOf(handlers[handler]);
    if (typeof port === 'string' && /[a-z]/.test(port) && !listOf(ports).some(known => recordOf(known).name === port)) {
      broken(probePort, `${at}/${handler}/port`, `the container has no port ${show(port)}`);
    }
  }
}
