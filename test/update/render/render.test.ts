import { Manifest } from '../../../src/manifest/manifest';
import { compare, diffOf } from '../../../src/update/diff';
import { plansFor } from '../../../src/update/plan/plan';
import { diffAsGithub } from '../../../src/update/render/github';
import { diffAsJson } from '../../../src/update/render/json';
import { diffAsMarkdown } from '../../../src/update/render/markdown';
import { diffAsText } from '../../../src/update/render/text';
import { podTemplate, statefulSet } from '../support';

const before = [statefulSet()];
const after = [statefulSet({ replicas: 1, serviceName: 'x', template: podTemplate({ image: 'postgres:15.4', env: [{ name: 'A', value: 'b|c' }] }) })];

function reported(old: Manifest[], next: Manifest[], accepted?: ReadonlyMap<string, string>) {
  const comparison = compare(old, next, { accepted });
  return { diff: diffOf(comparison), plans: plansFor(comparison) };
}

describe('text', () => {
  test('is a table, worst first, with what to do instead and one line at the end', () => {
    const text = diffAsText(reported(before, after).diff);

    expect(text.replace(/(\S) {3,}/g, '$1  ').split('\n')).toEqual([
      'EFFECT  OBJECT  FIELD  CHANGE',
      'refused  StatefulSet data/db  /spec/serviceName  db → x',
      '  the API server refuses this: serviceName, selector and podManagementPolicy of a StatefulSet are fixed when it is created',
      expect.stringContaining('  instead: keep the old value'),
      '  statefulset-immutable:data/db/spec.serviceName',
      'stale data  StatefulSet data/db  /spec/replicas  3 → 1',
      expect.stringContaining('3 → 1 replicas leaves data-db-1, data-db-2 behind'),
      '  claims: data-db-1 stranded, data-db-2 stranded',
      expect.stringContaining('  instead: decommission the members first'),
      '  D5:data/db',
      'restarts pods  StatefulSet data/db  /spec/template/spec/containers/0/env and 1 more',
      '  pod 0 restarts',
      '',
      '4 changes, 2 refused or dangerous (1 refused, 1 stale data, 2 restarts pods).',
      '',
    ]);
  });

  test('colours are asked for, never assumed', () => {
    const { diff, plans } = reported(before, after);

    const plain = diffAsText(diff, plans);
    const painted = diffAsText(diff, plans, (style, piece) => `<${style}>${piece}</>`);

    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('<red>refused');
    expect(painted.replace(/<\w*>|<\/>/g, '')).toBe(plain);
  });

  test('plans are numbered, with a way back', () => {
    const { diff, plans } = reported(before, [statefulSet({}, { name: 'pg' })]);

    const text = diffAsText(diff, plans);

    expect(text).toContain('PLAN: StatefulSet data/db becomes data/pg (with downtime)');
    expect(text).toContain('\n2. Keep the volume of data-db-0');
    expect(text).toContain('The way back:');
  });

  test('nothing to say is said in one line', () => {
    expect(diffAsText(reported(before, before).diff)).toBe('No changes.\n');
  });

  test('an accepted danger says why', () => {
    const { diff } = reported(before, [statefulSet({ replicas: 1 })], new Map([['D5:data/db', 'drained on Monday']]));

    expect(diffAsText(diff)).toContain('  accepted: drained on Monday');
    expect(diffAsText(diff)).toContain('1 change, nothing dangerous, 1 accepted');
  });
});

describe('JSON', () => {
  test('has the fields that are promised', () => {
    const { changes, summary, plans } = JSON.parse(diffAsJson(reported(before, after).diff));

    expect(Object.keys(changes[0])).toEqual(['id', 'effect', 'object', 'path', 'before', 'after', 'message', 'fix', 'claims']);
    expect(changes[0].object).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'data', name: 'db' });
    expect(summary).toEqual({ effects: { 'refused': 1, 'stale-data': 1, 'restart': 2 }, changes: 4, dangerous: 2, accepted: 0 });
    expect(plans).toBeUndefined();
  });

  test('numbers the steps of plans', () => {
    const { diff, plans } = reported(before, after);

    const [{ steps }] = JSON.parse(diffAsJson(diff, plans)).plans;

    expect(steps[1]).toMatchObject({
      number: 2,
      action: 'delete',
      object: { kind: 'StatefulSet', name: 'db' },
      argv: ['kubectl', 'delete', 'statefulset/db', '-n', 'data', '--cascade=orphan', '--wait', '--timeout=600s'],
      wait: { for: 'delete' },
    });
  });
});

describe('markdown', () => {
  test('shows dangers in a table and folds the rest away', () => {
    const { diff, plans } = reported(before, after);

    const markdown = diffAsMarkdown(diff, plans);

    expect(markdown).toContain('| **refused** | StatefulSet data/db | `/spec/serviceName` |');
    expect(markdown).toContain('<details><summary>1 other change</summary>');
    expect(markdown).toContain('<details><summary>Plan: StatefulSet data/db created again');
  });

  test('cells cannot break the table', () => {
    const next = statefulSet({ template: podTemplate({ args: ['a|b'], image: 'x' }) });

    const rows = diffAsMarkdown(reported(before, [next]).diff).split('\n').filter(line => line.startsWith('| restarts'));

    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(row => row.replace(/\\\|/g, '').split('|').length === 6)).toBe(true);
  });
});

describe('GitHub', () => {
  test('annotates dangers as errors and accepted ones as warnings, on one line each', () => {
    const accepted = reported(before, after, new Map([['D5:data/db', 'because:\nyes']])).diff;

    const lines = diffAsGithub(accepted).trimEnd().split('\n');

    expect(lines.map(line => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::warning', '::notice']);
    expect(lines[1]).toContain('because:%0Ayes');
  });
});
