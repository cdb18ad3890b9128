import { readFileSync } from 'fs';
import * as path from 'path';
import { record } from './recorder';
import { catalogue } from '../../src/checks/catalogue';
import { diff } from '../../src/diff/diff';
import { ruleCatalogue } from '../../src/diff/explain';
import { RULES } from '../../src/diff/rule-table';
import { LOCK_RULES } from '../../src/lock/lock';
import { UPGRADE_RULES } from '../../src/upgrade/rule-catalogue';
import { claimTemplate, podTemplate, statefulSet } from '../diff/support';

test('explains a finding: why, wrong, what is said of it, right', () => {
  const { code, out } = record(['explain', 'incomplete-document']);

  expect(code).toBe(0);
  expect(out).toMatch(/^incomplete-document \(error\)\n/);
  for (const part of ['Wrong:', 'which is reported as', 'fix: ', 'Right:', '/docs/checks.md#incomplete-document']) { expect(out).toContain(part); }
});

test('explains several at once', () => {
  const { out } = record(['explain', 'syntax', 'duplicate-key']);

  expect(out).toContain('syntax (error)');
  expect(out).toContain('duplicate-key (error)');
});

test('without an id it lists all of them', () => {
  const lines = record(['explain']).out.trimEnd().split('\n');

  expect(lines.map(line => line.split(' ')[0])).toEqual([...catalogue().keys(), ...Object.values(LOCK_RULES).map(({ id }) => id), ...UPGRADE_RULES.map(({ id }) => id), ...ruleCatalogue().keys()]);
  expect([...ruleCatalogue().keys()].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('a change is explained by the id that diff prints: what happens, what to write instead, how to accept it', () => {
  const { code, out } = record(['explain', 'scale-in-leaves-claims:data/db']);

  expect(code).toBe(0);
  expect(out).toMatch(/^scale-in-leaves-claims \(stale data\)\n/);
  for (const part of ['a later scale-up attaches them', 'instead: decommission the members first', 'found in: StatefulSet', '- id: scale-in-leaves-claims:<namespace>/<name>', '/docs/updates.md#scale-in-leaves-claims-fewer-replicas']) {
    expect(out.toLowerCase()).toContain(part.toLowerCase());
  }
});

test('a change is shown: a wrong one with what is reported of it, and a right one; those of the lock, too', () => {
  const { out } = record(['explain', 'scale-in-deletes-claims', 'identity-changed']);

  expect(out).toMatch(/Wrong:\n\n[^]*\n {4}- {3}replicas: 3\n {4}\+ {3}replicas: 2\n[^]*which is reported as\n\n {2}3 → 2 replicas [^]*Right:\n[^]*\+ {3}persistentVolumeClaimRetentionPolicy: {whenScaled: Retain}/);
  expect(out).toMatch(/identity-changed \(error\)[^]*Wrong:\n[^]*\+ {3}serviceName: db-headless\n[^]*Right:\n/);
});

test('an id of an earlier version is explained by what it is called now', () => {
  const { code, out } = record(['explain', 'D1:data/db']);

  expect(code).toBe(0);
  expect(out).toContain('set-renamed (strands data)');
  expect(out).toContain('set-removed (strands data)');
});

test('a refusal cannot be accepted, and is not offered to be', () => {
  const { out } = record(['explain', 'statefulset-immutable']);

  expect(out).toMatch(/^statefulset-immutable \(refused\)\n/);
  expect(out).not.toContain('acceptedChanges');
});

test('what check and diff both know under one name is explained twice', () => {
  const { out } = record(['explain', 'claim-size']);

  expect(out).toContain('claim-size (error)');
  expect(out).toContain('claim-size (refused)');
});

test('every id that diff prints can be explained', () => {
  const before = [statefulSet(), statefulSet({}, { name: 'gone' })];
  const after = [
    statefulSet({ replicas: 1, serviceName: 'x', template: podTemplate({ image: 'postgres:16' }), volumeClaimTemplates: [claimTemplate('files')] }),
    statefulSet({}, { name: 'new' }),
  ];

  const ids = diff(before, after).changes.map(({ id }) => id);
  const { code } = record(['explain', ...ids]);

  expect(ids.length).toBeGreaterThan(4);
  expect(code).toBe(0);
});

test('an unknown id is answered with those that were probably meant', () => {
  const { code, err } = record(['explain', 'incomplete-documnet', 'policy-left', 'zzz']);

  expect(code).toBe(2);
  expect(err).toContain("has the id 'incomplete-documnet'; did you mean 'incomplete-document'?");
  expect(err).toContain("has the id 'policy-left'; did you mean 'policy-left-out'?");
  expect(err).toContain("has the id 'zzz'; 'cdk8s-stateful explain' lists all");
});

test.each([...catalogue().keys()])('%s can be explained', id => {
  expect(record(['explain', id]).out).toContain(catalogue().get(id)!.why);
});

test.each(RULES.map(({ id }) => id))('%s can be explained', id => {
  const { why, title, fix } = RULES.find(effect => effect.id === id)!;

  const { out } = record(['explain', id]);

  for (const part of [why, title, fix ?? why]) { expect(out).toContain(part); }
});

test('the page that is named has the heading that is named', () => {
  const page = readFileSync(path.join(__dirname, '../../docs/updates.md'), 'utf8');
  const headings = new Set(page.split('\n').filter(line => line.startsWith('#'))
    .map(line => line.replace(/^#+ /, '').toLowerCase().replace(/[^a-z0-9 _-]/g, '').replaceAll(' ', '-')));

  const missing = [...ruleCatalogue().values()].map(({ url }) => url!).filter(url => !headings.has(url.split('#')[1]));

  expect(missing).toEqual([]);
});

test('a rule of an upgrade is shown with the versions, what is reported, and what to write before', () => {
  const { out } = record(['explain', 'exec-needs-create']);

  expect(out).toMatch(/Example, from Kubernetes 1\.34 to 1\.35:\n\n[^]*which is reported as\n\n {2}Role 'debug' grants get on pods\/exec[^]*Right, before the upgrade:\n[^]*\+ +.*verbs: \[get, create\]/);
});
