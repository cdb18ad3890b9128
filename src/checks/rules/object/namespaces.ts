import { example } from './examples';
import { Rule, rulesFor } from './rule';
import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

function namespaceExample(level: string): string {
  return example('Namespace', 'v1').replace('name: web', `name: web, labels: {pod-security.kubernetes.io/enforce: ${level}}`);
}

export const podSecurityLabels: Rule = {
  id: 'pod-security-label',
  why: 'Pod Security is switched on by labels of the namespace, and the API server refuses a level or version that it does not know',
  fix: 'write privileged, baseline or restricted as a level, and latest or a version such as v1.27 as a version',
  bad: namespaceExample('strict'),
  good: namespaceExample('restricted'),
};

const LEVELS: readonly unknown[] = ['privileged', 'baseline', 'restricted'];
const VERSION = /^(latest|v1\.(0|[1-9]\d*))$/;

export const namespaceRules: ObjectCheck = rulesFor(['/Namespace'], [podSecurityLabels], (namespace, broken) => {
  const labels = recordOf(namespace.metadata?.labels);
  for (const mode of ['enforce', 'audit', 'warn']) {
    const level = `pod-security.kubernetes.io/${mode}`;
    const version = `${level}-version`;
    if (typeof labels[level] === 'string' && !LEVELS.includes(labels[level])) {
      broken(podSecurityLabels, `/metadata/labels${pointer(level)}`, `${show(labels[level])} is no level of Pod Security`, `write one of ${LEVELS.join(', ')}`);
    }
    if (typeof labels[version] === 'string' && !VERSION.test(labels[version])) {
      broken(podSecurityLabels, `/metadata/labels${pointer(version)}`, `${show(labels[version])} is no version of Kubernetes`, 'write latest, or a version such as v1.27');
    }
  }
});
