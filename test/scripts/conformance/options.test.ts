import { parseOptions } from '../../../scripts/conformance/options';

test('options are read', () => {
  expect(parseOptions(['--kubernetes', '1.32', '--seed', '7', '--records', '20000', '--kinds', 'Pod,Service', '--json', 'a.json', '--record'])).toMatchObject({
    kubernetes: '1.32', seed: 7, records: 20000, kinds: ['Pod', 'Service'], json: 'a.json', record: true,
  });
});

test('files to be read are counted', () => {
  expect(parseOptions(['--reader', '300'])).toMatchObject({ reader: 300, updates: undefined });
});

test.each([[['--sed', '1'], 'What is --sed?'], [['--seed', 'a'], '--seed takes a number, got \'a\'']])('%p is refused', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});
