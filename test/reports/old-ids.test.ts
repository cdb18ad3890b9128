import { readFileSync } from 'fs';
import { join } from 'path';
import { catalogue } from '../../src/checks/catalogue';
import { RULES } from '../../src/diff/rule-table';
import { OLD_IDS, currentIds, noteOfOldId } from '../../src/reports/old-ids';

test('an old id is read as what it is called now, for a rule and for a change', () => {
  const ids = ['D5', 'D5:db/pg', 'D1:db/pg', 'image-tag', 'constructor'];

  const current = ids.map(currentIds);

  expect(current).toEqual([
    ['scale-in-leaves-claims'], ['scale-in-leaves-claims:db/pg'], ['set-renamed:db/pg', 'set-removed:db/pg'], ['image-tag'], ['constructor'],
  ]);
});

test('a note says what to write instead of an old id, and nothing of one of today', () => {
  const notes = ['D1:db/pg', 'set-renamed:db/pg'].map(noteOfOldId);

  expect(notes).toEqual(["'D1:db/pg' is called 'set-renamed:db/pg' or 'set-removed:db/pg' now; write that", undefined]);
});

test('what an old id stands for exists, and the old one does not any more', () => {
  const rules = new Set([...catalogue().keys(), ...RULES.map(({ id }) => id)]);

  const unknown = Object.values(OLD_IDS).flat().filter(id => !rules.has(id));

  expect(unknown).toEqual([]);
  expect(Object.keys(OLD_IDS).filter(id => rules.has(id))).toEqual([]);
});

test('docs/migration.md has the same table', () => {
  const page = readFileSync(join(__dirname, '../../docs/migration.md'), 'utf8');

  const missing = Object.entries(OLD_IDS).filter(([old, now]) => !page.includes(`| \`${old}\` | ${now.map(id => `\`${id}\``).join(', ')} |`));

  expect(missing).toEqual([]);
});
