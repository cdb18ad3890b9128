import { withResult } from '../../../scripts/conformance/docs-table';
import { Report } from '../../../scripts/conformance/report';

const PAGE = 'Before.\n\n<!-- Written by `npm run conformance -- --record`; do not edit. -->\n\n<!-- The end of what is written. -->\n\nAfter.\n';
const WHEN = { date: '2026-01-01', commit: 'abc' };

const count = { of: 10, agree: 9, missed: 1, wrong: 0 };

const report = (kubernetes: string, records: number): Report => ({
  kubernetes,
  seed: 1,
  records,
  objects: count,
  derived: count,
  leftOut: { 'a namespace that is not there': 3 },
  warnings: { both: 0, serverOnly: 0, checkerOnly: 0, groups: [] },
  dropped: { both: 3, serverOnly: 0, checkerOnly: 0, groups: [] },
  coverage: { missing: { covered: 5, of: 6 } },
  kinds: 1,
  fields: 6,
  neverTaken: [],
  basesRefused: [],
  groups: [{ side: 'missed', title: 'spec | a', count: 1, kinds: ['Pod'], examples: [{ what: 'Pod: spec = 1', manifest: { apiVersion: 'v1', kind: 'Pod' }, checker: [] }] }],
});

test('results stand in the order of versions, between what is written by hand', () => {
  const page = withResult(withResult(PAGE, report('1.36.3', 5), WHEN), report('1.27.16', 7), WHEN);

  expect(page.match(/^### .*$|^Before\.$|^After\.$|\| records .*/gm)).toEqual([
    'Before.', '### Kubernetes 1.27.16', '| records | 7, of 6 fields of 1 kinds |', '### Kubernetes 1.36.3', '| records | 5, of 6 fields of 1 kinds |', 'After.',
  ]);
});

test('a later result of the same minor takes the place of the former one', () => {
  const page = withResult(withResult(PAGE, report('1.36.3', 5), WHEN), report('1.36.4', 6), WHEN);

  expect(page.match(/^### .*$/gm)).toEqual(['### Kubernetes 1.36.4']);
  expect(page).toContain('| 1 | server | `spec   a` | `Pod: spec = 1` |');
});

test('a page without the part is refused', () => {
  expect(() => withResult('Nothing.', report('1.36.3', 5), WHEN)).toThrow('has no part between');
});
