import { podYaml, together } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (types: string) => together(podYaml('containers: [{name: web, image: httpd:2.4.62}]'), `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [${types}]
  egress: [{to: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}, {ports: [{port: 53, protocol: UDP}]}]
`);

const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const;

export const policyTypeMissing: Check = {
  id: 'policy-type-missing',
  why: 'policyTypes says for which way a NetworkPolicy counts. Rules for the other way are ignored, and that way stays open',
  severity: 'warning',
  run: function* (inventory) {
    for (const policy of inventory.ofKind('NetworkPolicy')) {
      const spec = recordOf(policy.spec);
      const types = listOf(spec.policyTypes);
      // Other words are refused.
      if (types.length === 0 || !types.every(type => type === 'Ingress' || type === 'Egress')) { continue; }
      for (const [field, type] of Object.entries(TYPES)) {
        if (listOf(spec[field]).length === 0 || types.includes(type)) { continue; }
        yield {
          object: policy,
          path: '/spec/policyTypes',
          message: `${titleOf(policy)} has rules in ${field}, and its policyTypes are ${types.join(', ')}: the rules restrict nothing`,
          fix: `write policyTypes: [Ingress, Egress], if these rules name all that may pass; otherwise remove ${field}`,
        };
      }
    }
  },
  bad: example('Ingress'),
  good: example('Egress'),
};
