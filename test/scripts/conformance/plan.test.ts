import { generated } from './generator';
import { MUTATION_NAMES } from '../../../scripts/conformance/mutations/mutations';
import { coverageKey } from '../../../scripts/conformance/plan';
import { sameData } from '../../../src/kubernetes/manifest';

const KINDS = ['Service', 'NetworkPolicy', 'StorageClass', 'ConfigMap'];

test('every field of every kind meets every kind of mutation', () => {
  const { fields, plan } = generated(KINDS);

  const met = new Set(plan.needed.map(({ field, mutation }) => coverageKey(field!, mutation as 'missing')));
  const wanted = fields.flatMap(({ id }) => MUTATION_NAMES.map(mutation => coverageKey(id, mutation)));
  const notMet = wanted.filter(key => !met.has(key) && !plan.impossible.has(key));

  expect(notMet).toEqual([]);
  expect(met.size).toBeGreaterThan(1000);
});

test('only lists have items twice, and nothing else is impossible but what has no place or no sibling', () => {
  const { fields, plan } = generated(KINDS);

  const holds = new Map(fields.map(({ id, field }) => [id, field.type.holds]));
  const impossible = [...plan.impossible].filter(key => !key.endsWith(' duplicate'));
  const lists = [...plan.impossible].filter(key => key.endsWith(' duplicate') && holds.get(key.replace(/ duplicate$/, '')) === 'list');

  expect(impossible.filter(key => !/ (misplaced|combined)$/.test(key))).toEqual([]);
  expect(impossible.length).toBeLessThan(fields.length / 20);
  expect(lists.length).toBeLessThan(10);
});

test('a seed asks the same again, another one asks in another order', () => {
  const asked = (seed: number) => JSON.stringify(generated(['Lease'], seed).plan.needed);

  expect(asked(5)).toBe(asked(5));
  expect(asked(5)).not.toBe(asked(6));
});

test('what is asked differs from what it was made of', () => {
  const { sites, plan } = generated(['Role']);

  const same = plan.needed.filter(({ manifest, field }) => sameData(manifest, sites.find(site => site?.field.id === field)!.manifest));

  expect(same.map(({ what }) => what)).toEqual([]);
});

test('a field that several kinds have meets all values in all of them together', () => {
  const { plan } = generated(['Role', 'ClusterRole', 'ConfigMap', 'Secret']);

  const names = [...plan.needed, ...plan.more].filter(({ field, mutation }) => field!.endsWith(' ObjectMeta.name') && mutation === 'out of range').map(({ what }) => what);

  expect(names).toEqual(expect.arrayContaining(['metadata.name = ""', 'metadata.name = "A b"', 'metadata.name = "ü"', 'metadata.name = null']));
});

test('a field that several kinds have comes once before it comes again, and what the server cannot even read comes later', () => {
  const { fields, plan } = generated(['Role', 'ClusterRole']);

  const named = (id: string) => fields.find(field => field.id === id)!.name;
  const ofName = plan.distinct.filter(({ field, mutation }) => named(field!) === 'PolicyRule.verbs' && mutation === 'border');

  expect(ofName).toHaveLength(1);
  expect(new Set(plan.distinct.map(({ field }) => named(field!)))).toEqual(new Set(fields.map(({ name }) => name)));
  expect(plan.distinct.filter(({ mutation }) => mutation === 'misspelt')).toEqual([]);
  expect(plan.distinct.filter(question => !plan.needed.includes(question))).toEqual([]);
});
