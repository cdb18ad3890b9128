import { complaintAbout } from '../../../scripts/fuzz/complaint';
import { outcomeOf } from '../../../scripts/fuzz/outcome';

const FINE = { words: ['check', 'a.yaml', '--format', 'json'], code: 1, out: '{}\n', err: '', milliseconds: 5 };

test.each([
  ['exit code 134', { code: 134 }],
  ['a crash', { err: 'cdk8s-stateful: this should not have happened: TypeError' }],
  ['raw control characters', { out: '{"a": "\u001b[2J"}' }],
  ['a command to the pipeline', { out: '{}\n::stop-commands::x' }],
  ['a command to the pipeline', { out: '"##vso[task.x]"' }],
  ['6000 ms', { milliseconds: 6000 }],
  ['broken JSON', { out: '{' }],
  [undefined, {}],
  [undefined, { out: '::error file=a::b', words: ['check', '--format', 'github'] }],
  [undefined, { code: 2, out: '', err: 'cdk8s-stateful: there is no file a.yaml' }],
])('%s', (complaint, outcome) => {
  expect(complaintAbout({ ...FINE, ...outcome })).toBe(complaint);
});

test('a command runs in this process', () => {
  expect(outcomeOf(['explain', 'schema-type'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('schema-type') });
});
