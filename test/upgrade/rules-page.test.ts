import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPGRADE_RULES } from '../../src/upgrade/rule-catalogue';
import { upgradeText, withRules } from '../../src/upgrade/rules-page';

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

test('a rule has its example, with what is reported, and with what to write before where manifests are the answer', () => {
  expect(upgradeText({ id: 'exec-needs-create' })).toEqual([
    'Example, from Kubernetes 1.34 to 1.35, with what to write before:',
    '',
    '```diff',
    '  apiVersion: rbac.authorization.k8s.io/v1',
    '  kind: Role',
    '  metadata: {name: debug}',
    '- rules: [{apiGroups: [""], resources: [pods/exec], verbs: [get]}]',
    '+ rules: [{apiGroups: [""], resources: [pods/exec], verbs: [get, create]}]',
    '```',
    '',
    expect.stringContaining('grants get on pods/exec and no create'),
    '> fix: write verbs: \\[get, create\\]',
    '',
  ]);
  expect(upgradeText({ id: 'sets-restart' }).slice(0, 3)).toEqual(['Example, from Kubernetes 1.33 to 1.34.1:', '', '```yaml']);
  expect(upgradeText({ id: 'headless-service' })).toEqual([]);
});
