import { objectYaml, together, workloadYaml } from './examples';
import { OTHER_POLICIES, isForIngress, openingsFor } from './policies';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { hostsInVariable, usesClusterDns } from '../../../manifest/called-hosts';
import { append } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (app: string) => together(
  workloadYaml('Deployment', 'db', ['containers: [{name: db, image: "registry.example.com/db:1.4.2", ports: [{containerPort: 5432}]}]']),
  objectYaml('v1', 'Service', 'db', 'spec: {selector: {app: db}, ports: [{port: 5432}]}'),
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'db', `spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: ${app}}}}]}]}`),
  workloadYaml('Deployment', 'web', ['containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_HOST, value: db}]}]']));

export const policyShutsOutCaller: Check = {
  id: 'policy-shuts-out-caller',
  why: 'a pod that a NetworkPolicy selects gets no connections but those that some policy lets in. A program that is told to call it, and is in no rule, waits until its calls time out',
  severity: 'warning',
  run: function* (inventory, context) {
    const { references } = context;
    if (OTHER_POLICIES.some(kind => inventory.ofKind(kind).length > 0)) { return; }
    const restricted = policiesByPods(context);
    if (restricted.size === 0) { return; }
    for (const caller of references.pods.all) {
      if (caller.template.spec.hostNetwork === true || !usesClusterDns(caller.template.spec)) { continue; }
      const seen = new Set<Pods>([caller]);
      for (const call of calledBy(caller, context)) {
        const policies = restricted.get(call.callee);
        if (!policies || seen.has(call.callee) || policies.some(policy => openingsFor(policy, caller, references).length > 0)) { continue; }
        seen.add(call.callee);
        yield shutOut(caller, call, policies);
      }
    }
  },
  bad: example('backend'),
  good: example('web'),
};

function policiesByPods({ references }: CheckContext): ReadonlyMap<Pods, readonly Manifest[]> {
  const restricted = new Map<Pods, Manifest[]>();
  for (const selection of references.selectionsFor('restricts')) {
    if (!isForIngress(selection.from)) { continue; }
    for (const pods of references.selected(selection)) { append(restricted, pods, selection.from); }
  }
  return restricted;
}

/** A Service that a program is told to call, and pods behind it. */
interface Call {
  readonly host: string;
  readonly variable: string;
  readonly callee: Pods;
}

function calledBy({ template, namespace }: Pods, { references }: CheckContext): Call[] {
  const variables = containersOf(template).flatMap(({ container }) => listOf(container.env).map(recordOf));
  return variables.flatMap(({ name, value }) => hostsInVariable(textOf(name), value).flatMap(({ host }) => {
    const { selector } = recordOf(references.inventory.findIn('Service', namespace, host)?.spec);
    const pods = Object.keys(recordOf(selector)).length === 0 ? [] : references.pods.select({ matchLabels: selector }, namespace);
    return pods.map(callee => ({ host, variable: textOf(name), callee }));
  }));
}

function shutOut(caller: Pods, { host, variable, callee }: Call, policies: readonly Manifest[]): SystemProblem {
  // Where all is closed, what opens it may be elsewhere.
  const opening = policies.find(({ spec }) => listOf(recordOf(spec).ingress).length > 0);
  const policy = opening ?? policies[0];
  return {
    object: policy,
    path: opening ? '/spec/ingress' : '/spec/podSelector',
    severity: opening ? 'warning' : 'info',
    message: `${titleOf(policy)} selects the pods of ${titleOf(callee.workload)}, and no rule lets in those of ${titleOf(caller.workload)}, which call Service '${host}' (variable ${variable})`,
    fix: `add to ingress: {from: [{podSelector: {matchLabels: ${labelsOf(caller)}}}]}`,
  };
}

function labelsOf({ template }: Pods): string {
  return `{${Object.entries(recordOf(template.metadata.labels)).slice(0, 2).map(([key, value]) => `${key}: ${textOf(value)}`).join(', ')}}`;
}
