import { objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { containersOf } from '../../../kubernetes/workload';
import { requestedSize } from '../../../manifest/claims';
import { groupBy } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

type Amounts = Readonly<Record<string, unknown>>;

const example = (memory: string) => together(
  objectYaml('v1', 'LimitRange', 'team', 'spec: {limits: [{type: Container, default: {memory: 256Mi}, defaultRequest: {memory: 128Mi}}]}'),
  podYaml(`containers: [{name: web, image: httpd:2.4.62, resources: {requests: {memory: ${memory}}}}]`));

export const limitRangeRefuses: Check = {
  id: 'limit-range-refuses',
  why: 'a LimitRange gives each container that has no limit its own, also where the container requests more than that; and it refuses what is below its min or above its max',
  run: function* (inventory, { references, claims }) {
    const limits = groupBy(inventory.ofKind('LimitRange'), namespaceOf);
    if (limits.size === 0) { return; }
    for (const { workload, template, namespace } of references.pods.all) {
      for (const { range, item } of itemsOf(limits.get(namespace), 'Container')) {
        for (const { container, path } of containersOf(template)) {
          const broken = brokenBy(recordOf(container.resources), item);
          if (!broken) { continue; }
          yield {
            object: workload,
            path: `${path}/resources`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} ${broken}, by ${titleOf(range)}: its Pods are refused`,
            fix: 'write requests and limits that fit, both of them, or change the LimitRange',
          };
          break;
        }
      }
    }
    for (const claim of claims.all) {
      for (const { range, item } of itemsOf(limits.get(claim.namespace), 'PersistentVolumeClaim')) {
        const size = requestedSize(claim);
        const bound = outside(size, recordOf(item.min).storage, recordOf(item.max).storage);
        if (bound === undefined) { continue; }
        yield {
          object: claim.from,
          path: `${claim.path}/spec/resources/requests/storage`,
          message: `The claim ${claim.title} asks for ${String(size)}, and ${titleOf(range)} wants ${bound}: it is refused`,
          fix: `write a size of ${bound}, or change the LimitRange`,
        };
      }
    }
  },
  bad: example('512Mi'),
  good: example('200Mi'),
};

interface PlacedItem {
  readonly range: Manifest;
  readonly item: Record<string, any>;
}

function itemsOf(ranges: readonly Manifest[] | undefined, type: string): PlacedItem[] {
  return (ranges ?? []).flatMap(range => listOf(recordOf(range.spec).limits).map(recordOf)
    .filter(item => item.type === type).map(item => ({ range, item })));
}

/** What is wrong with the amounts of a container once the defaults are in. A max is a default, too. */
function brokenBy(resources: Record<string, any>, item: Record<string, any>): string | undefined {
  const { default: limit, defaultRequest, min, max, maxLimitRequestRatio } = item;
  const [own, asked]: Amounts[] = [recordOf(resources.limits), recordOf(resources.requests)];
  const fallback: Amounts = { ...recordOf(max), ...recordOf(limit) };
  for (const resource of ['cpu', 'memory', 'ephemeral-storage']) {
    const most = own[resource] ?? fallback[resource];
    const least = asked[resource] ?? own[resource] ?? recordOf(defaultRequest)[resource] ?? recordOf(min)[resource] ?? most;
    if (own[resource] === undefined && isAbove(least, most)) { return `requests ${String(least)} of ${resource}, and gets a limit of ${String(most)}`; }
    const amounts: [unknown, string][] = [[most, 'a limit'], [least, 'a request']];
    for (const [amount, what] of amounts) {
      const bound = outside(amount, recordOf(min)[resource], recordOf(max)[resource]);
      if (bound !== undefined) { return `has ${what} of ${String(amount)} of ${resource}, where ${bound} is allowed`; }
    }
    const ratio = parseQuantity(recordOf(maxLimitRequestRatio)[resource]);
    const [limited, requested] = [parseQuantity(most), parseQuantity(least)];
    if (ratio !== undefined && limited !== undefined && requested !== undefined && requested > 0n && limited * 10n ** 9n > requested * ratio) {
      return `has a limit of ${textOf(most)} and a request of ${textOf(least)} of ${resource}, where the limit may be ${textOf(recordOf(maxLimitRequestRatio)[resource])} times the request`;
    }
  }
  return undefined;
}

function outside(amount: unknown, min: unknown, max: unknown): string | undefined {
  if (isAbove(min, amount)) { return `at least ${String(min)}`; }
  return isAbove(amount, max) ? `at most ${String(max)}` : undefined;
}

function isAbove(a: unknown, b: unknown): boolean {
  const [x, y] = [parseQuantity(a), parseQuantity(b)];
  return x !== undefined && y !== undefined && x > y;
}
