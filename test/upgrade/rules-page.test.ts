import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPGRADE_RULES } from '../../src/upgrade/rule-catalogue';
import { withRules } from '../../src/upgrade/rules-page';

const PAGE = readFileSync(join(__dirname, '../../docs/upgrade-check.md'), 'utf8');

test('docs/upgrade-check.md has the rules as they are; `npx projen docs:upgrades` writes them', () => {
  expect(withRules(PAGE)).toBe(PAGE);
});

test('every rule has a heading that its address names', () => {
  for (const { id, url } of UPGRADE_RULES) {
    expect(url).toMatch(new RegExp(`docs/upgrade-check.md#${id}$`));
    expect(PAGE).toContain(`\n### ${id}\n`);
  }
});

test('a page without a place for them is an error', () => {
  expect(() => withRules('# A page')).toThrow('the page has no');
});
