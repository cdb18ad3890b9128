import { Manifest, isRecord, recordOf, textOf } from '../../kubernetes/manifest';
import { segmentsOf, valueAt } from '../../kubernetes/pointer';
import { podTemplateOf } from '../../kubernetes/workload';

/** Lists of a pod whose items have names, and what one of them is called. */
const ITEMS: Readonly<Record<string, string>> = { containers: 'container', initContainers: 'init container', volumes: 'volume' };

/**
 * `container db env REPLICAS` for `/spec/template/spec/containers/0/env/3/value`:
 * people know items by name, not by number. Undefined where a pointer is as good.
 *
 * @param before what the field was, for an item that is gone
 */
export function fieldName(path: string, workload: Manifest, before: unknown): string | undefined {
  const template = podTemplateOf(workload);
  const root = `${template?.path}/spec/`;
  if (!template || !path.startsWith(root)) { return undefined; }
  const [list, index, ...rest] = segmentsOf(path.slice(root.length - 1));
  if (!Object.hasOwn(ITEMS, list) || index === undefined) { return undefined; }
  const isItem = rest.length === 0;
  const name = nameAt(workload, `${root}${list}/${index}`, isItem ? before : undefined);
  if (name === '') { return undefined; }
  return [ITEMS[list], name, ...rest[0] === 'env' && rest[1] !== undefined
    ? variable(rest, `${root}${list}/${index}/env/${rest[1]}`, workload, before)
    : rest].join(' ');
}

/** `env REPLICAS`, and what of it if that is not its value. */
function variable([, , ...rest]: readonly string[], path: string, workload: Manifest, before: unknown): string[] {
  const name = nameAt(workload, path, rest.length === 0 ? before : undefined);
  return ['env', name, ...rest.filter(segment => segment !== 'value')];
}

/** The name of an item; one that is gone has left its number to another. */
function nameAt(workload: Manifest, path: string, gone: unknown): string {
  return textOf(recordOf(isRecord(gone) ? gone : valueAt(workload, path)).name);
}
