import { CUSTOM_RESOURCE_RULES } from '../../../src/checks/custom-resources/rules';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';
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

test('the server drops the status of a new object, where the status is a resource of its own', () => {
  const definition = (subresources: string) => manifestsIn('apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.com}\nspec: ' +
    `{group: example.com, scope: Namespaced, names: {plural: widgets, kind: Widget}, versions: [{name: v1, served: true, storage: true, ${subresources} ` +
    'schema: {openAPIV3Schema: {type: object, properties: {status: {type: object, properties: {ready: {type: boolean}}}}}}}]}\n');
  const [widget] = manifestsIn('apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: default}\nstatus: {ready: soon, more: 1}\n');
  const found = (subresources: string) => checkManifests([widget], { scope: 'object', definitions: definition(subresources) }).map(({ rule }) => rule);

  expect(found('subresources: {status: {}},')).toEqual(['schema-unknown-field']);
  expect(found('')).toEqual(['schema-type', 'schema-unknown-field']);
});

test('numbers have the range of their format from 1.36 on', () => {
  const [definition] = manifestsIn(CUSTOM_RESOURCE_RULES[0].good!.replace('address: {type: string}', 'count: {type: integer, format: int32}'));
  const [widget] = manifestsIn('apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: default}\nspec: {size: 1, count: 3000000000}\n');
  const found = (version: string) => checkManifests([widget], { scope: 'object', definitions: [definition], model: ApiModel.of(version) }).map(({ rule }) => rule);

  expect(found('1.36')).toEqual(['custom-resource-value']);
  expect(found('1.35')).toEqual([]);
});
