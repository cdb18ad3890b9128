import { withUpdates } from '../../../../scripts/conformance/updates/docs-row';
import { UpdatesReport } from '../../../../scripts/conformance/updates/report';

const PAGE = 'Before.\n\n| Kubernetes | date, commit, seed | edits | server-side apply | client-side apply |\n| --- | --- | --- | --- | --- |\n\nAfter.\n';
const WHEN = { date: '2026-01-01', commit: 'abc' };
const count = { of: 10, agree: 9, missed: 1, wrong: 0 };

const report = (kubernetes: string, edits: number): UpdatesReport =>
  ({ kubernetes, seed: 1, edits, valid: 1, serverSide: count, clientSide: count, leftOut: 0, groups: [], clientSideGroups: [] });

test('each minor has a row, in the order of versions, and a later run takes the place of the former one', () => {
  const runs = [report('1.36.2', 5), report('1.27.16', 7), report('1.36.3', 6)];

  const page = runs.reduce((text, run) => withUpdates(text, run, WHEN), PAGE);

  expect(page.match(/^\| 1\.[^|]*\|[^|]*\|[^|]*\|/gm)).toEqual(['| 1.27.16 | 2026-01-01, abc, 1 | 7 |', '| 1.36.3 | 2026-01-01, abc, 1 | 6 |']);
  expect(page).toMatch(/^Before\.[^]*\n\nAfter\.\n$/);
});

test('a page without the table is refused', () => {
  expect(() => withUpdates('Nothing.', report('1.36.3', 5), WHEN)).toThrow('has no table');
});
