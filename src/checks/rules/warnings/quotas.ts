import { recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Rule, isGiven, rulesFor } from '../object/rule';

const quota = (hard: string) => example('ResourceQuota', 'v1', `spec: {hard: {${hard}}}`);

export const quotaOrder: Rule = {
  id: 'quota-request-above-limit',
  why: 'what containers request is never above their limits, so the quota of limits is always used up first',
  severity: 'warning',
  since: '1.35',
  fix: 'raise the quota of limits, or lower the one of requests',
  bad: quota('requests.cpu: 4, limits.cpu: 2'),
  good: quota('requests.cpu: 2, limits.cpu: 4'),
};

const RESOURCES = ['cpu', 'memory', 'storage', 'ephemeral-storage'];

/** Names without `requests.` that mean the same. */
const BARE = ['cpu', 'memory'];

export const quotaWarnings: ObjectCheck = rulesFor(['/ResourceQuota'], [quotaOrder], (object, broken) => {
  const hard = recordOf(recordOf(object.spec).hard);
  for (const resource of RESOURCES) {
    const name = !isGiven(hard[`requests.${resource}`]) && BARE.includes(resource) ? resource : `requests.${resource}`;
    const [request, limit] = [hard[name], hard[`limits.${resource}`]].map(parseQuantity);
    if (request !== undefined && limit !== undefined && request > limit) {
      broken(quotaOrder, `/spec/hard${pointer(name)}`, `${name} is ${show(hard[name])}, above limits.${resource}, ${show(hard[`limits.${resource}`])}`);
    }
  }
});
