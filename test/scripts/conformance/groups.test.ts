import { groupsOf } from '../../../scripts/conformance/groups';
import { Comparison } from '../../../scripts/conformance/record';

const manifest = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });

const missed = (name: string, field: string, message: string) =>
  ({ about: 'object', manifest: manifest(name), refused: true, answer: { refused: true, message, causes: [{ field, message }], warnings: [] }, opinion: { errors: [], warnings: [] } }) as unknown as Comparison;

const wrong = (name: string, path: string) =>
  ({ about: 'object', manifest: manifest(name), refused: false, answer: { refused: false, causes: [], warnings: [] }, opinion: { errors: [{ rule: 'format-port', path, message: '' }], warnings: [] } }) as unknown as Comparison;

test('what the server says of the same field in other objects and with other values is one group, the smallest object first', () => {
  const groups = groupsOf([
    missed('long', 'spec.template.spec.containers[0].name', 'Invalid value: "A_1": must be lower case'),
    missed('a', 'spec.containers[12].name', 'Invalid value: "b c": must be lower case'),
  ]);

  expect(groups).toMatchObject([{ side: 'missed', title: 'containers.*.name: Invalid value: must be lower case' }]);
  expect(groups[0].comparisons.map(({ manifest: { metadata } }) => metadata!.name)).toEqual(['a', 'long']);
});

test('what the checker alone refuses is grouped by rule and field, and large groups come first', () => {
  const groups = groupsOf([missed('a', 'spec', 'no'), wrong('a', '/spec/ports/0/port'), wrong('b', '/spec/ports/3/port')]);

  expect(groups.map(({ side, title, comparisons }) => [side, title, comparisons.length])).toEqual([['wrong', 'format-port ports.*.port', 2], ['missed', 'spec: no', 1]]);
});
