import { recordOf } from '../../../kubernetes/manifest';

/** Whether a container or a pod says how much of a resource it needs, or may have. A limit is a request, too, where there is none. */
export function asksFor(part: Readonly<Record<string, unknown>>, field: 'requests' | 'limits', resource: string): boolean {
  const resources = recordOf(part.resources);
  return [field, 'limits'].some(amounts => recordOf(resources[amounts])[resource] !== undefined);
}
