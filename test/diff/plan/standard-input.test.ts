import { loadAll } from 'js-yaml';
import { standardInput } from '../../../src/diff/plan/standard-input';

const config = (text: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: text } });

test('manifests are YAML', () => {
  expect(standardInput([config('x')])).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: x\n');
});

test.each(['redis,##vso[task.x]', '##[group]', 'a\n::stop-commands::x\nb', '  ::warning::x\n'])('%j commands no pipeline, and is what it was', text => {
  const manifests = [config(text), config('x')];

  const input = standardInput(manifests);

  expect(input).not.toMatch(/##\w*\[|^\s*::/m);
  expect(loadAll(input)).toEqual(manifests);
});
