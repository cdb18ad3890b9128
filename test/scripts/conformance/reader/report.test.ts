import { ReaderRecord } from '../../../../scripts/conformance/reader/reader-record';
import { printReader } from '../../../../scripts/conformance/reader/report';

const record = (verdict: ReaderRecord['verdict'], text: string): ReaderRecord => ({ verdict, text, kubectl: 'theirs', ours: 'ours' });

test('disagreements are printed, the shortest first, and counted with all else', () => {
  const lines: string[] = [];
  const records = [record('only we refuse', 'longer'), record('same objects', 'x'), record('only we refuse', 'a'), record('only we refuse', 'middle')];

  printReader(records, { groups: 2, kubernetes: '1.36.3', seed: 5 }, line => lines.push(line));

  expect(lines).toEqual([
    'only we refuse: "a"\n  kubectl: theirs\n  we: ours',
    'only we refuse: "longer"\n  kubectl: theirs\n  we: ours',
    '\nkubectl 1.36.3, seed 5: 4 files; only we refuse: 3, same objects: 1',
  ]);
});
