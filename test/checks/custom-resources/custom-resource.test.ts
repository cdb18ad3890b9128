import { CUSTOM_RESOURCE_RULES } from '../../../src/checks/custom-resources/rules';
import { checkManifests } from '../../../src/checks/run';
import { readDocuments } from '../../../src/manifest/read/read';

const manifestsIn = (yaml: string) => readDocuments(yaml, 'test.yaml').map(({ manifest }) => manifest!);
const rulesIn = (yaml: string) => checkManifests(manifestsIn(yaml), { scope: 'object' }).map(({ rule }) => rule);

test.each(CUSTOM_RESOURCE_RULES.map(rule => [rule.id, rule] as const))('%s: its example has the problem, and only that one', (id, { bad, good }) => {
  expect(rulesIn(bad!)).toEqual([id]);
  expect(rulesIn(good!)).toEqual([]);
});

test('a definition may be in the cluster already', () => {
  const [definition, widget] = manifestsIn(CUSTOM_RESOURCE_RULES[0].bad!);

  const without = checkManifests([widget], { scope: 'object' });
  const having = checkManifests([widget], { scope: 'object', definitions: [definition] });

  expect(without.map(({ rule }) => rule)).toEqual(['kind-not-checked']);
  expect(having.map(({ rule }) => rule)).toEqual(['custom-resource-value']);
});

test('metadata is that of every object', () => {
  const yaml = CUSTOM_RESOURCE_RULES[0].good!.replace('{name: a, namespace', '{name: A_B, labels: 1, namespace');

  expect(rulesIn(yaml)).toEqual(['schema-type', 'object-name']);
});

test('metadata of an embedded object is that of every object, too', () => {
  const [definition] = manifestsIn(CUSTOM_RESOURCE_RULES[0].good!.replace('address: {type: string}', 'address: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}'));
  const [widget] = manifestsIn('apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: default}\nspec: {size: 1, address: {apiVersion: v1, kind: Pod, metadata: {labels: {a: 1}}}}\n');

  const found = checkManifests([widget], { scope: 'object', definitions: [definition] });

  expect(found.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['schema-type /spec/address/metadata/labels/a']);
});
