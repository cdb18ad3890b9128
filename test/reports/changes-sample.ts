import { diff } from '../../src/diff/diff';
import { plansFor } from '../../src/diff/plan/plan';
import { Manifest } from '../../src/kubernetes/manifest';
import { podTemplate, statefulSet } from '../diff/support';

/** A refused change, a danger, and a restart for two reasons. */
export const BEFORE = [statefulSet()];
export const AFTER = [statefulSet({ replicas: 1, serviceName: 'x', template: podTemplate({ image: 'postgres:15.4', env: [{ name: 'A', value: 'b|c' }] }) })];

/** What is rendered. */
export function reported(before: Manifest[], after: Manifest[], accepted?: ReadonlyMap<string, string>) {
  const comparison = diff(before, after, { accepted });
  return { diff: comparison, plans: plansFor(comparison) };
}
