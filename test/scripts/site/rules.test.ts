import { RULE_IDS, rulePage, rulesOverview } from '../../../scripts/site/rules';
import { catalogue } from '../../../src/checks/catalogue';
import { ACCEPTED, REFUSED } from '../../../src/diff/explain';
import { LOCK_RULES } from '../../../src/lock/lock';
import { UPGRADE_RULES } from '../../../src/upgrade/rule-catalogue';

test('every rule has a page, and stands in the list', () => {
  const rules = [...catalogue().values(), ...ACCEPTED, ...REFUSED, ...Object.values(LOCK_RULES), ...UPGRADE_RULES].map(({ id }) => id);
  const list = rulesOverview();

  expect([...RULE_IDS].sort()).toEqual([...new Set(rules)].sort());
  expect(rules.filter(id => !list.includes(`](${id}.md)`))).toEqual([]);
});

test('a check shows a wrong example, what is reported of it, and a right one', () => {
  const page = rulePage('missing-secret');

  expect(page).toMatch(/\n## Wrong\n\n```yaml\n[^`]*```\n\n> .*\n> fix: .*\n\n## Right\n\n```yaml\n/);
});

test('a rule of the differ says what to do instead', () => {
  expect(rulePage('scale-in-deletes-claims')).toMatch(/Found by \[`diff`].*deletes-data.*Instead: /s);
});

test('a rule of the differ shows a wrong change, what is reported of it, and a right one; a rule of the lock shows changes, too', () => {
  expect(rulePage('scale-in-deletes-claims')).toMatch(/\n## Wrong\n\n```diff\n[^`]*\n- [^`]*```\n\n> .*\n> fix: .*\n\n## Right\n\n```diff\n/);
  expect(rulePage('identity-changed')).toMatch(/\n## Wrong\n\n```diff\n[^`]*serviceName: db-headless[^`]*```\n\n## Right\n/);
});

test('what a check and a rule of the differ say under one id stands on one page', () => {
  const both = REFUSED.map(({ id }) => id).find(id => catalogue().has(id))!;

  expect(rulePage(both)).toMatch(/Found by \[`check`].*Found by \[`diff`]/s);
});
