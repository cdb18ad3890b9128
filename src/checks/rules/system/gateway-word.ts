import { objectYaml } from './examples';
import { groupOf, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { GATEWAY_WORDS } from '../../../manifest/gateway-words';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { show } from '../../../reports/show';
import { Check } from '../../engine/check';

const GROUP = 'gateway.networking.k8s.io';

const example = (type: string) => objectYaml(`${GROUP}/v1`, 'HTTPRoute', 'web', `spec: {parentRefs: [{name: web}], rules: [{matches: [{path: {type: ${type}, value: /api}}]}]}`);

export const gatewayWord: Check = {
  id: 'gateway-word',
  why: 'the Gateway API has words of its own, where an Ingress has others: PathPrefix, and not Prefix. The API server refuses any other word',
  severity: 'error',
  run: function* (inventory) {
    for (const { kinds, field, words } of GATEWAY_WORDS) {
      for (const object of kinds.flatMap(kind => inventory.ofKind(kind)).filter(({ apiVersion }) => groupOf(apiVersion) === GROUP)) {
        for (const { value, path } of valuesAt(object.spec, field, ['spec'])) {
          if (typeof value !== 'string' || words.includes(value) || value.includes('$')) { continue; }
          const meant = words.find(word => word.toLowerCase() === value.toLowerCase() || word.toLowerCase() === `path${value.toLowerCase()}`) ?? closest(value, words);
          yield {
            object,
            path: pointer(...path),
            message: `${titleOf(object)} has ${show(value)} for ${String(path.at(-1))}, which the Gateway API does not know`,
            fix: meant === undefined ? `write one of ${words.join(', ')}` : `write ${meant}`,
          };
        }
      }
    }
  },
  bad: example('Prefix'),
  good: example('PathPrefix'),
};

interface Placed {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

function valuesAt(value: unknown, [field, ...rest]: readonly string[], path: readonly (string | number)[]): Placed[] {
  if (field === undefined) { return [{ value, path }]; }
  return field === '*'
    ? listOf(value).flatMap((one, index) => valuesAt(one, rest, [...path, index]))
    : valuesAt(recordOf(value)[field], rest, [...path, field]);
}
