import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_MINORS, versionPage } from '../../src/upgrade/version-page';

test.each(PAGE_MINORS)('docs/kubernetes-%s.md is what the data says; `npx projen docs:upgrades` writes it', minor => {
  expect(readFileSync(join(__dirname, `../../docs/kubernetes-${minor}.md`), 'utf8')).toBe(versionPage(minor));
});

test.each([
  ['1.32', '| `flowcontrol.apiserver.k8s.io/v1beta3` | FlowSchema, PriorityLevelConfiguration | `flowcontrol.apiserver.k8s.io/v1` |'],
  ['1.33', '- allowed: ['],
  ['1.33', 'nodes no longer mount `gitRepo` volumes'],
  ['1.33', '| `PodSpec.hostUsers` | `UserNamespacesSupport` | the pods run in a user namespace'],
  ['1.34', '[refused-at-once]'],
  ['1.34', '[sets-restart](upgrade-check.md#sets-restart)'],
  ['1.35', '| `KubeletEnsureSecretPulledImages` | off | on |'],
  ['1.36', '- `ServiceSpec.externalIPs` must be an IP address without zeros in front'],
  ['1.36', '- new: [policy-mutation](checks.md#policy-mutation)'],
  ['1.37', '| `RollingUpdateStatefulSetStrategy.maxUnavailable` | `MaxUnavailableStatefulSet` |'],
])('the page of %s says %s', (minor, text) => {
  expect(versionPage(minor)).toContain(text);
});

test('a section without anything in it is left out', () => {
  expect(versionPage('1.34')).not.toContain('Fields that no longer take effect');
});
