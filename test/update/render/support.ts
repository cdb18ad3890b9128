import { Manifest } from '../../../src/manifest/manifest';
import { compare, diffOf } from '../../../src/update/diff';
import { plansFor } from '../../../src/update/plan/plan';
import { podTemplate, statefulSet } from '../support';

/** A refused change, a danger, and a restart for two reasons. */
export const BEFORE = [statefulSet()];
export const AFTER = [statefulSet({ replicas: 1, serviceName: 'x', template: podTemplate({ image: 'postgres:15.4', env: [{ name: 'A', value: 'b|c' }] }) })];

/** What is rendered. */
export function reported(before: Manifest[], after: Manifest[], accepted?: ReadonlyMap<string, string>) {
  const comparison = compare(before, after, { accepted });
  return { diff: diffOf(comparison), plans: plansFor(comparison) };
}
