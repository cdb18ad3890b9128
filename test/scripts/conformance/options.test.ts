import { parseOptions } from '../../../scripts/conformance/options';

test('options are read', () => {
  expect(parseOptions(['--kubernetes', '1.32', '--seed', '7', '--records', '20000', '--kinds', 'Pod,Service', '--json', 'a.json', '--record'])).toMatchObject({
    kubernetes: '1.32', seed: 7, records: 20000, kinds: ['Pod', 'Service'], json: 'a.json', record: true,
  });
});

test('every field meets every kind of mutation, in parts', () => {
  expect(parseOptions(['--every-field', '--part', '3/8', '--seed', '7'])).toMatchObject({ everyField: true, part: { number: 3, of: 8 }, records: Infinity, seed: 7 });
});

test('files to be read are counted', () => {
  expect(parseOptions(['--reader', '300'])).toMatchObject({ reader: 300, updates: undefined });
});

test.each([[['--sed', '1'], 'What is --sed?'], [['--seed', 'a'], '--seed takes a number, got \'a\''], [['--part', '9/8'], '--part takes a part of the fields such as 1/8, got \'9/8\'']])('%p is refused', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});
