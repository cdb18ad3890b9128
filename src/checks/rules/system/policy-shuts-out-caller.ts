import { objectYaml, together, workloadYaml } from './examples';
import { OTHER_POLICIES, isForIngress, openingsFor } from './policies';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { hostsInVariable, usesClusterDns } from '../../../manifest/called-hosts';
import { append } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

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
    const seen = new Set<string>();
    for (const caller of references.pods.all) {
      if (caller.template.spec.hostNetwork === true || !usesClusterDns(caller.template.spec)) { continue; }
      for (const { host, variable } of calledBy(caller)) {
        for (const callee of podsBehind(host, caller, context)) {
          const policies = restricted.get(callee) ?? [];
          const key = `${caller.namespace}/${titleOf(caller.workload)}/${titleOf(callee.workload)}`;
          if (callee === caller || policies.length === 0 || seen.has(key)) { continue; }
          if (policies.some(policy => openingsFor(policy, caller, references).length > 0)) { continue; }
          seen.add(key);
          // Where all is closed, what opens it may be elsewhere.
          const opening = policies.find(({ spec }) => listOf(recordOf(spec).ingress).length > 0);
          const policy = opening ?? policies[0];
          yield {
            object: policy,
            path: opening ? '/spec/ingress' : '/spec/podSelector',
            severity: opening ? 'warning' : 'info',
            message: `${titleOf(policy)} selects the pods of ${titleOf(callee.workload)}, and no rule lets in those of ${titleOf(caller.workload)}, which call Service '${host}' (variable ${variable})`,
            fix: `add to ingress: {from: [{podSelector: {matchLabels: ${labelsOf(caller)}}}]}`,
          };
        }
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

function calledBy({ template }: Pods): { readonly host: string; readonly variable: string }[] {
  return containersOf(template).flatMap(({ container }) => listOf(container.env).map(recordOf)
    .flatMap(({ name, value }) => hostsInVariable(textOf(name), value).map(({ host }) => ({ host, variable: textOf(name) }))));
}

function podsBehind(host: string, { namespace }: Pods, { references }: CheckContext): readonly Pods[] {
  const { selector } = recordOf(references.inventory.findIn('Service', namespace, host)?.spec);
  return Object.keys(recordOf(selector)).length === 0 ? [] : references.pods.select({ matchLabels: selector }, namespace);
}

function labelsOf({ template }: Pods): string {
  return `{${Object.entries(recordOf(template.metadata.labels)).slice(0, 2).map(([key, value]) => `${key}: ${textOf(value)}`).join(', ')}}`;
}
