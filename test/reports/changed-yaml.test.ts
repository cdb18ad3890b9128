import { AFTER, BEFORE, reported } from './changes-sample';
import { changedYaml } from '../../src/reports/changed-yaml';
import { object } from '../diff/support';

const config = (data: Record<string, string>) => [{ ...object('v1', 'ConfigMap', { data }), metadata: { name: 'c', namespace: 'n' } }];

test('each object has its changed fields, folded away', () => {
  const [text, ...more] = changedYaml(reported(BEFORE, AFTER).diff.changes);

  expect(more).toEqual([]);
  expect(text).toMatch(/^<details><summary>YAML of StatefulSet data\/db<\/summary>\n\n```diff\n/);
  expect(text).toContain(' /spec/replicas:\n-   3\n+   1');
  expect(text).toContain('+   - name: A\n+     value: b|c');
  expect(text).toMatch(/```\n\n<\/details>\n$/);
});

test('what is long is cut, what is secret is not shown, and what looks like the end of a block does not end it', () => {
  const yaml = (before: Record<string, string>, after: Record<string, string>) => changedYaml(reported(config(before), config(after)).diff.changes).join('');
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');

  expect(yaml({ a: lines(2) }, { a: lines(50) })).toContain('+   # 20 more lines');
  expect(yaml({ a: 'x' }, { a: '```\n</details>' })).toContain('````diff');
  expect(changedYaml(reported([{ ...object('v1', 'Secret', { stringData: { a: 'old' } }) }], [{ ...object('v1', 'Secret', { stringData: { a: 'new' } }) }]).diff.changes).join('')).not.toContain('new');
});

test('the same changes give the same text', () => {
  const text = () => changedYaml(reported(BEFORE, AFTER).diff.changes).join('');

  expect(text()).toBe(text());
});
