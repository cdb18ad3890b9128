import { KubernetesVersion } from '../../../kubernetes/kubernetes-version';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { PodSecurityLevel, PodSecurityViolation, podSecurityViolations } from '../../../kubernetes/pod-security';
import { PodTemplate } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const LABEL = 'pod-security.kubernetes.io/enforce';

const example = `
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {pod-security.kubernetes.io/enforce: baseline}}
---
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: web}
spec:
  hostNetwork: true
  containers: [{name: agent, image: "fluent/fluentd:v1.17.1-1.0"}]
`;

export const podSecurityStandard: Check = {
  id: 'pod-security-standard',
  why: 'a namespace that enforces a Pod Security Standard refuses every pod that breaks it; the workload is accepted, and its pods are never created',
  run: function* (inventory, { references, model }) {
    for (const namespace of inventory.ofKind('Namespace')) {
      const level = enforcedBy(namespace, model.version);
      if (!level) { continue; }
      for (const { workload, template } of references.pods.in(String(namespace.metadata?.name))) {
        for (const [control, { path, fix }] of firstOfEach(podSecurityViolations(template, level))) {
          yield {
            object: workload,
            path,
            message: `${titleOf(workload)} breaks the standard '${level.standard}' (${control}), which ${titleOf(namespace)} enforces: none of its pods will be created`,
            fix: `${fix}, or label the namespace ${LABEL}: ${weaker(template, level)}`,
          };
        }
      }
    }
  },
  bad: example,
  good: example.replace('  hostNetwork: true\n', ''),
};

/** A namespace may ask for the standards of an older version; those of a newer one are unknown to the server. */
function enforcedBy(namespace: Manifest, server: KubernetesVersion): PodSecurityLevel | undefined {
  const { [LABEL]: standard, [`${LABEL}-version`]: asked } = recordOf(namespace.metadata?.labels);
  if (standard !== 'baseline' && standard !== 'restricted') { return undefined; }
  const version = KubernetesVersion.parse(textOf(asked)) ?? server;
  return { standard, version: version.compare(server) < 0 ? version : server };
}

/** Many containers may break a control in the same way; one place shows it. */
function firstOfEach(violations: readonly PodSecurityViolation[]): Map<string, PodSecurityViolation> {
  const first = new Map<string, PodSecurityViolation>();
  for (const violation of violations) { if (!first.has(violation.control)) { first.set(violation.control, violation); } }
  return first;
}

/** The strictest level that takes these pods. */
function weaker(template: PodTemplate, { standard, version }: PodSecurityLevel): string {
  return standard === 'restricted' && podSecurityViolations(template, { standard: 'baseline', version }).length === 0 ? 'baseline' : 'privileged';
}
