import fc from 'fast-check';
import { AFTER, BEFORE, reported } from './changes-sample';
import { page } from './page';
import { Manifest } from '../../src/kubernetes/manifest';
import { changesAsMarkdown } from '../../src/reports/markdown';
import { object, podTemplate, statefulSet } from '../diff/support';

const { diff, plans } = reported(BEFORE, AFTER);

test('shows dangers in a table and folds the rest away', () => {
  const markdown = changesAsMarkdown(diff, plans);

  expect(markdown).toContain('| **refused** | StatefulSet data/db `/spec/serviceName` `db → x` |');
  expect(markdown).toContain("**Instead:** write `serviceName: 'db'` on the construct; or run the plan (`--plan`)");
  expect(markdown).toContain('<details><summary>2 changes without danger</summary>');
  expect(markdown).toContain('<details><summary>Plan: StatefulSet data/db created again');
});

test('an accepted danger says why', () => {
  const markdown = changesAsMarkdown(reported(BEFORE, [statefulSet({ replicas: 1 })], new Map([['scale-in-leaves-claims:data/db', 'drained | on *Monday*']])).diff);

  expect(markdown).toContain('| stale data (accepted) |');
  expect(markdown).toContain('Accepted: drained \\| on \\*Monday\\*');
});

test('nothing to say is said in one line', () => {
  expect(changesAsMarkdown(reported(BEFORE, BEFORE).diff)).toBe('### What this change does to the data\n\nNo changes on Kubernetes 1.36.\n');
});

test('whatever a manifest holds, every row has three cells, and nothing in them is HTML, a link or a picture', () => {
  const piece = fc.constantFrom('`', '|', '\\', '<img src=x onerror=alert(1)>', '</details>', '@team', '#1', '[a](http://b)', '![a](b)', '**', '\n', '| a |', 'x', ' ', '&lt;', '~~');
  const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''));
  const config = (name: string, value: string): Manifest => ({ ...object('v1', 'ConfigMap', { data: { [name]: value }, immutable: true }), metadata: { name: 'it', namespace: name } });

  fc.assert(fc.property(text, text, text, (name, value, other) => {
    const before = [config(name, value), statefulSet()];
    const after = [config(name, other), statefulSet({ template: podTemplate({ image: value }) }, { name: other })];
    const compared = reported(before, after);

    const html = page.render(changesAsMarkdown(compared.diff, compared.plans));

    const rows = [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row]) => row.match(/<t[dh]>/g)!.length);
    expect(rows.every(cells => cells === 3)).toBe(true);
    expect([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag).filter(tag => ['img', 'a', 'del', 'em'].includes(tag))).toEqual([]);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(html).not.toMatch(/@team(?![^<]*<\/code>)/);
  }));
});

test('a comment is never longer than GitHub takes, and says what it leaves out', () => {
  const sets = (name: string) => Array.from({ length: 300 }, (_, index) => statefulSet({}, { name: `${name}-${index}`, namespace: `n${index}` }));
  const compared = reported(sets('old'), sets('new'));

  const markdown = changesAsMarkdown(compared.diff, compared.plans);

  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toMatch(/_\d+ more (rows|plans): too long for a comment; see `--format text`\._/);
  expect(page.render(markdown).match(/<details>/g)?.length).toBe(page.render(markdown).match(/<\/details>/g)?.length);
});

test('what holds on one version only is a row of its own, which says so', () => {
  const report = reported(BEFORE, AFTER).diff;
  const [first, ...others] = report.changes;
  const changes = [{ ...first, kubernetesVersions: ['1.33'] }, ...others];

  const text = changesAsMarkdown({ ...report, changes, kubernetesVersions: ['1.33', '1.36'] });

  expect(text).toContain('(on Kubernetes 1.33 and 1.36).');
  expect(text.match(/\(on Kubernetes 1\.33\)<br>/g)).toHaveLength(1);
});
