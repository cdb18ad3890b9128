import { catalogue } from '../../src/checks/catalogue';
import { DOCUMENT_CHECKS } from '../../src/checks/engine/document-checks';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from '../../src/checks/rules/registry';

// A rule that several kinds share is one rule.
const EVERYTHING = [...new Set([
  ...Object.values(DOCUMENT_CHECKS), ...OBJECT_CHECKS.flatMap(({ checks }) => checks), ...SYSTEM_CHECKS,
])];

test('knows every check by its id, and the two of the checker itself', () => {
  const known = catalogue();

  for (const check of EVERYTHING) { expect(known.get(check.id)).toBe(check); }
  expect([...known.keys()]).toEqual(expect.arrayContaining(['unused-acknowledgement', 'check-failed']));
});

test('no two checks share an id', () => {
  const ids = EVERYTHING.map(({ id }) => id);

  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each([...catalogue().keys()])('%s is written in kebab case, so that it can be a heading and a link', id => {
  expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});
