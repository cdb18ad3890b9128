import { SYSTEM_CHECKS } from '../../../src/checks/rules/registry';
import { RULES } from '../../../src/diff/rule-table';
import { BREAKING_ABSENCES, BREAKING_WARNINGS, OF_ONE_FIELD, SAID_BY_RULES } from '../../../src/diff/rules/breaking-checks';

const checks = new Set(SYSTEM_CHECKS.map(({ id }) => id));

test('every check that is named is one', () => {
  expect([...BREAKING_WARNINGS, ...BREAKING_ABSENCES, ...OF_ONE_FIELD.keys(), ...SAID_BY_RULES.keys()].filter(id => !checks.has(id))).toEqual([]);
});

test('and so is every rule', () => {
  const rules = new Set(RULES.map(({ id }) => id));

  expect([...SAID_BY_RULES.values()].flat().filter(id => !rules.has(id))).toEqual([]);
});
