import { Comparison } from '../../../scripts/conformance/record';
import { droppedOf, toldBy, warningsOf } from '../../../scripts/conformance/told';

interface Said {
  readonly warnings?: readonly string[];
  readonly dropped?: readonly string[];
  readonly checker?: readonly [rule: string, path: string][];
}

const taken = ({ warnings = [], dropped = [], checker = [] }: Said): Comparison => ({
  about: 'object',
  manifest: { apiVersion: 'v1', kind: 'Pod' },
  refused: false,
  answer: { refused: false, message: '', causes: [], warnings, dropped },
  opinion: { errors: [], warnings: checker.map(([rule, path]) => ({ rule, path })) },
}) as unknown as Comparison;

test('warnings are counted by object, and what is dropped without a word is no warning', () => {
  const told = warningsOf([
    taken({ warnings: ['spec.a: deprecated'], checker: [['deprecated-field', '/spec/a']] }),
    taken({ warnings: ['spec.b: deprecated'] }),
    taken({ checker: [['duplicate-port', '/spec/ports/1']] }),
    taken({ checker: [['dropped-field', '/spec/c']] }),
  ]);

  expect(toldBy(told)).toBe('1 of both, 1 of the server alone, 1 of the checker alone');
  expect(told.groups.map(({ title }) => title)).toEqual(['server: spec.b: deprecated', 'checker: duplicate-port']);
});

test('what is dropped is counted by field', () => {
  const told = droppedOf([
    taken({ dropped: ['/spec/a', '/spec/containers/0/b'], checker: [['dropped-field', '/spec/a/x']] }),
    taken({ checker: [['dropped-field', '/spec/c']] }),
  ]);

  expect(toldBy(told)).toBe('1 of both, 1 of the server alone, 1 of the checker alone');
  expect(told.groups.map(({ title }) => title)).toEqual(['server: containers/*/b', 'checker: /spec/c']);
});
