import { objectYaml, podYaml, together } from './examples';
import { quotasOfAllPods } from './quotas';
import { asksFor } from './requested';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { groupBy } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** What a quota on it makes containers say. */
const DEMANDS: Readonly<Record<string, readonly [field: 'requests' | 'limits', resource: string]>> = {
  'cpu': ['requests', 'cpu'],
  'memory': ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

const example = (limits: string) => together(
  objectYaml('v1', 'ResourceQuota', 'team', 'spec: {hard: {limits.memory: 8Gi}}'),
  podYaml(`containers: [{name: web, image: httpd:2.4.62${limits}}]`));

export const quotaRefusesPods: Check = {
  id: 'quota-refuses-pods',
  why: 'where a ResourceQuota counts a resource, the server refuses every Pod of which one container does not say how much of it it needs',
  run: function* (inventory, { references }) {
    const withDefaults = new Set(inventory.ofKind('LimitRange').map(namespaceOf));
    const quotas = groupBy(quotasOfAllPods(inventory), namespaceOf);
    for (const { workload, template, namespace } of references.pods.all) {
      if (withDefaults.has(namespace)) { continue; }
      for (const quota of quotas.get(namespace) ?? []) {
        for (const counted of Object.keys(recordOf(recordOf(quota.spec).hard))) {
          const [field, resource] = Object.hasOwn(DEMANDS, counted) ? DEMANDS[counted] : [];
          const saysSo = (part: Readonly<Record<string, unknown>>) => asksFor(part, field!, resource!);
          const silent = field && !saysSo(template.spec) && containersOf(template).find(({ container }) => !saysSo(container));
          if (!silent) { continue; }
          yield {
            object: workload,
            path: `${silent.path}/resources`,
            message: `${titleOf(quota)} counts ${counted}, and container '${textOf(silent.container.name)}' of ${titleOf(workload)} has no ${resource} in its ${field}: its Pods are refused`,
            fix: `write resources: {${field}: {${resource}: <amount>}}, or a LimitRange with defaults in namespace '${namespace}'`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', resources: {limits: {memory: 256Mi}}'),
};
