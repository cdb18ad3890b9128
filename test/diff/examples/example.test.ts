import { besides, edited } from '../../../src/diff/examples/example';

test('each side is the first one with its own edits', () => {
  expect(edited('a: 1\nb: 1\n', [['a: 1', 'a: 2']], [['b: 1', 'b: $&']], { version: '1.30' }))
    .toEqual({ before: 'a: 1\nb: 1\n', after: 'a: 2\nb: 1\n', instead: 'a: 1\nb: $&\n', version: '1.30' });
});

test('an edit of what is not there is a mistake', () => {
  expect(() => edited('a: 1\n', [['b: 1', 'b: 2']])).toThrow("'b: 1' is not in the example");
});

test('a second object stands beside the first one, with the change', () => {
  expect(besides('name: a\nsize: 1\n', [['size: 1', 'size: 2']], ['name: a', 'name: b']))
    .toEqual({ before: 'name: a\nsize: 1\n', after: 'name: a\nsize: 2\n', instead: 'name: a\nsize: 1\n---\nname: b\nsize: 2\n' });
});
