import { readFileSync } from 'fs';
import { join } from 'path';
import { updatesPage } from '../../src/diff/docs-page';
import { DANGERS, RULES, rulesFor } from '../../src/diff/rule-table';
import { ApiModel } from '../../src/kubernetes/api/model';

test('docs/updates.md is what the table of effects says', () => {
  const page = readFileSync(join(__dirname, '../../docs/updates.md'), 'utf8');

  expect(page).toBe(updatesPage());
});

test('every rule has an id of its own, and says why and what instead', () => {
  const ids = RULES.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(RULES.filter(({ why, title, fields }) => !why || !title || !fields)).toEqual([]);
});

test('ids are words, and each danger comes with a way that keeps the data', () => {
  const dangers = DANGERS.filter(({ effect }) => effect !== 'refused');

  expect(RULES.filter(({ id }) => !/^[a-z]+(-[a-z0-9.]+)*$/.test(id))).toEqual([]);
  expect(dangers.length).toBeGreaterThan(25);
  expect(dangers.every(({ fix }) => fix !== '')).toBe(true);
});

test('rules hold from one version of Kubernetes to another', () => {
  const rules = [{ ...DANGERS[0], since: '1.28', until: '1.30' }];

  expect(['1.27', '1.28', '1.29.3', '1.30'].map(version => rulesFor(rules, ApiModel.of(version)).length)).toEqual([0, 1, 1, 0]);
});
