import { Field } from '../../kubernetes/api/field';
import { onSince } from '../../kubernetes/api/gates';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { RuleInfo } from '../../reports/rule';
import { Problem } from '../engine/check';

const web = (rollingUpdate: string) => [
  'apiVersion: apps/v1', 'kind: StatefulSet', 'metadata: {name: web}', 'spec:', '  serviceName: web',
  `  updateStrategy: {type: RollingUpdate, rollingUpdate: {${rollingUpdate}}}`, '  selector: {matchLabels: {app: web}}',
  '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "httpd:2.4"}]}}', '',
].join('\n');

export const droppedField: RuleInfo = {
  id: 'dropped-field',
  why: 'the server drops fields of features that are not switched on, without an error or a warning: the object is not what the manifest says',
  severity: 'warning',
  bad: web('maxUnavailable: 2'),
  good: web('partition: 2'),
};

/** What there is without a feature, by its gate. */
const INSTEAD: Readonly<Record<string, string>> = {
  MaxUnavailableStatefulSet: 'pods are updated one by one, or by partition',
  UserNamespacesSupport: 'pods share the users of the node; set runAsNonRoot',
  DynamicResourceAllocation: 'use resources.limits with the device of a device plugin',
  InPlacePodVerticalScaling: 'a change of resources re-creates the pod',
  CrossNamespaceVolumeDataSource: 'take the snapshot in the namespace of the claim',
};

/** What to say of a field whose feature is off. */
export function droppedProblem({ name, gate = '' }: Field, version: KubernetesVersion): Omit<Problem, 'path'> {
  const since = onSince(gate);
  const instead = Object.hasOwn(INSTEAD, gate) ? `; ${since ? `before Kubernetes ${since} ` : ''}${INSTEAD[gate]}` : '';
  return {
    check: droppedField,
    message: `Kubernetes ${version} drops '${name}' unless its feature is switched on: ${gate}${since ? `, on since ${since}` : ''}`,
    fix: `remove it${instead}`,
  };
}
