import { upgradeCases } from '../../../scripts/upgrades/cases';
import { comparisons } from '../../../scripts/upgrades/compare';
import { summaryOf } from '../../../scripts/upgrades/summary';
import { upgradeWith } from '../../../scripts/upgrades/trial';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';

/** Each upgrades a real API server, on what the older one stored. */
const UPGRADES: readonly (readonly [from: string, to: string])[] = [['1.27', '1.32'], ['1.32', '1.34'], ['1.34', '1.36'], ['1.36', '1.37'], ['1.32', '1.37']];

// Minors are built here that no other test needs.
needs(ALL, WITH_ALL).test.each(UPGRADES)('upgrade-check says what an API server does that is upgraded from %s to %s', async (from, to) => {
  const all = comparisons(await upgradeWith(upgradeCases(to), from, to), from, to);
  process.stderr.write(`${summaryOf(all, from, to)}\n`);
  const different = all.filter(({ server, tool, known }) => server !== tool && known === undefined);

  expect(different.map(({ given, ...said }) => ({ ...said, manifest: given.manifest }))).toEqual([]);
  expect(all.filter(({ server }) => server !== '').length).toBeGreaterThan(20);
});
