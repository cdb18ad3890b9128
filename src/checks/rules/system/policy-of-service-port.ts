import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once, oncePerKey } from '../../../kubernetes/once';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { References } from '../../../manifest/references/references';
import { Check } from '../../engine/check';

const example = (port: number) => together(
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'web', `spec: {podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: ${port}}]}]}`),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}'),
  podYaml('containers: [{name: web, image: httpd:2.4.62, ports: [{containerPort: 8080}]}]').replace('httpd:2.4.62', '"example.com/web:1.0.0"'));

export const policyOfServicePort: Check = {
  id: 'policy-of-service-port',
  why: 'a NetworkPolicy counts the ports of pods: what comes by a Service has the port of the pod by then. A policy for the port of the Service lets nothing in',
  severity: 'warning',
  run: function* (_, { references }) {
    const mapped = once(() => mappedPorts(references));
    // Policies with one selector have one list of pods.
    const targetsIn = oncePerKey((all: readonly Pods[]) => oncePerKey((number: number) => targetOf(all, number, mapped())));
    for (const selection of references.selectionsFor('restricts')) {
      for (const { number, path } of numbersIn(selection.from)) {
        const found = targetsIn(references.pods.select(selection.selector, selection.namespaces[0]))(number);
        if (!found) { continue; }
        const { pods, target } = found;
        yield {
          object: selection.from,
          path,
          message: `${titleOf(selection.from)} opens port ${number}, which is that of the Service: the pods of ${titleOf(pods.workload)} get the connections at ${textOf(target)}`,
          fix: `write port: ${textOf(target)}`,
        };
      }
    }
  },
  bad: example(80),
  good: example(8080),
};

function numbersIn({ spec }: Manifest): { readonly number: number; readonly path: string }[] {
  return listOf(recordOf(spec).ingress).flatMap((rule, i) => listOf(recordOf(rule).ports).map(recordOf).flatMap(({ port, endPort, protocol = 'TCP' }, j) =>
    typeof port === 'number' && endPort === undefined && protocol === 'TCP' ? [{ number: port, path: `/spec/ingress/${i}/ports/${j}/port` }] : []));
}

interface Target {
  readonly pods: Pods;
  /** A number, or the name of a port. */
  readonly target: unknown;
}

/** Pods with this port in front of them, that do not have it themselves. All that are selected must agree. */
function targetOf(all: readonly Pods[], number: number, mapped: ReadonlyMap<Pods, ReadonlyMap<number, unknown>>): Target | undefined {
  for (const pods of all) {
    const own = portsOf(pods);
    if (own.length === 0 || own.includes(number) || !mapped.get(pods)?.has(number)) { return undefined; }
  }
  return all.length === 0 ? undefined : { pods: all[0], target: mapped.get(all[0])!.get(number) };
}

function portsOf({ template }: Pods): unknown[] {
  return containersOf(template).flatMap(({ container }) => listOf(container.ports).map(port => recordOf(port).containerPort));
}

/** Ports of Services that send to another port of the pods. */
function mappedPorts(references: References): ReadonlyMap<Pods, ReadonlyMap<number, unknown>> {
  const byList = new Map<readonly Pods[], Map<number, unknown>>();
  for (const { from, selector, namespaces } of references.selectionsFor('routes to')) {
    const all = references.pods.select(selector, namespaces[0]);
    for (const { port, targetPort } of listOf(recordOf(from.spec).ports).map(recordOf)) {
      if (typeof port === 'number' && targetPort !== undefined && targetPort !== port) { byList.set(all, (byList.get(all) ?? new Map()).set(port, targetPort)); }
    }
  }
  const mapped = new Map<Pods, Map<number, unknown>>();
  for (const [all, ports] of byList) {
    for (const pods of all) { mapped.set(pods, new Map([...mapped.get(pods) ?? [], ...ports])); }
  }
  return mapped;
}
