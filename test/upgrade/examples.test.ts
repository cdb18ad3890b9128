import { UPGRADE_EXAMPLES } from '../../src/upgrade/examples';
import { findingsOf } from '../../src/upgrade/explain-upgrade';
import { UPGRADE_RULES } from '../../src/upgrade/rule-catalogue';

/** Rules that no change of manifests answers: a driver that is installed, a version that is gone around, more time. This list can only get shorter. */
const WITHOUT_RIGHT_WAY = ['driver-needed', 'sets-restart', 'rollout-waits'];

/** Rules that say another thing of the same field. */
const BESIDES: Readonly<Record<string, readonly string[]>> = { 'pods-restart': ['field-obeyed'], 'apply-refused': ['field-obeyed'] };

test('every rule of an upgrade has an example, and every example a rule', () => {
  expect([...UPGRADE_EXAMPLES.keys()]).toEqual(UPGRADE_RULES.map(({ id }) => id));
});

test.each([...UPGRADE_EXAMPLES])('%s: is found in its manifests, and not in those to write before the upgrade', (id, { from, to, manifests, instead }) => {
  // What is worth knowing besides does no harm.
  const rulesOf = (yaml: string) => new Set(findingsOf(yaml, from, to).filter(({ rule, severity }) => rule === id || severity !== 'info').map(({ rule }) => rule));

  expect([...rulesOf(manifests)].filter(rule => !BESIDES[id]?.includes(rule))).toEqual([id]);
  expect(instead === undefined ? [] : [...rulesOf(instead)]).toEqual([]);
});

test('those without a right way are known', () => {
  expect([...UPGRADE_EXAMPLES].filter(([, { instead }]) => instead === undefined).map(([id]) => id)).toEqual(WITHOUT_RIGHT_WAY);
});

test('examples are short', () => {
  expect([...UPGRADE_EXAMPLES].filter(([, { manifests, instead = '' }]) => [manifests, instead].some(yaml => yaml.split('\n').length > 30))).toEqual([]);
});
