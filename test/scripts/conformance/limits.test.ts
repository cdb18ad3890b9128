import { generated } from './generator';
import { atNamed, limitsIn, wordsIn } from '../../../scripts/conformance/limits';
import { ConformanceRecord } from '../../../scripts/conformance/record';

const sites = generated(['Service']).sites.flatMap(site => site ?? []);

test.each([
  ['Invalid value: 70000: must be between 1 and 65535, inclusive', [1, 65535]],
  ['Invalid value: "aaaa1": must be no more than 63 characters', [63]],
  ['Invalid value: "A_1": a lowercase RFC 1123 label must consist of lower case alphanumeric characters (e.g. \'my-1\', regex used for validation is \'[a-z0-9]{1,3}\')', []],
  ['Required value', []],
])('the limits in %p are %p', (message, limits) => {
  expect(limitsIn(message)).toEqual(limits);
});

test.each([
  ['Unsupported value: "a": supported values: "Cluster", "Local"', ['Cluster', 'Local']],
  ['Invalid value: "a": must be one of "x", "y"', ['x', 'y']],
  ['Invalid value: "a": must not contain "b"', []],
])('the words in %p are %p', (message, words) => {
  expect(wordsIn(message)).toEqual(words);
});

test('words that the server takes are asked, once', () => {
  const refused = { field: 'v1/Service ServiceSpec.trafficDistribution', answer: { causes: [{ field: 'spec.trafficDistribution', message: 'Unsupported value: "a": supported values: "PreferClose"' }] } };

  const questions = atNamed([refused, refused] as unknown as ConformanceRecord[], sites);

  expect(questions.map(({ manifest }) => manifest.spec.trafficDistribution)).toEqual(['PreferClose']);
});

test('what is around a limit is asked, once', () => {
  const refused = { field: 'v1/Service ServicePort.port', answer: { causes: [{ field: 'spec.ports[0].port', message: 'Invalid value: 0: must be between 1 and 65535, inclusive' }] } };

  const questions = atNamed([refused, refused] as unknown as ConformanceRecord[], sites);

  expect(questions.map(({ what }) => what)).toEqual([0, 1, 2, 65534, 65535, 65536].map(port => `spec.ports[0].port = ${port}`));
  expect(questions[3].manifest.spec.ports[0]).toMatchObject({ name: 'http', port: 65534 });
});

test('what the server says of another field is no limit of this one', () => {
  const refused = { field: 'v1/Service ServicePort.port', answer: { causes: [{ field: 'metadata.name', message: 'Invalid value: "": must be no more than 63 characters' }] } };

  expect(atNamed([refused] as unknown as ConformanceRecord[], sites)).toEqual([]);
});
