import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';

const text = { type: 'string' };
const SCHEMA = {
  type: 'object',
  properties: {
    spec: {
      'type': 'object',
      'properties': {
        keep: text,
        class: { ...text, 'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'class is immutable' }] },
        size: { 'type': 'integer', 'minimum': 1, 'default': 1, 'x-kubernetes-validations': [{ rule: 'self >= oldSelf', messageExpression: "'it is at least ' + string(oldSelf)" }] },
        once: { ...text, 'x-kubernetes-validations': [{ rule: "oldSelf.hasValue() ? self == oldSelf.value() : self != 'no'", optionalOldSelf: true }] },
        pools: {
          'type': 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          'items': { type: 'object', required: ['name'], properties: { name: text, disk: { ...text, 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] } } },
        },
      },
      'x-kubernetes-validations': [{ rule: '!has(oldSelf.class) || has(self.class)', message: 'class cannot be removed' }],
    },
  },
};
const definition: Manifest = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'stores.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Store', plural: 'stores' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: SCHEMA } }],
  },
};
const store = (spec: object): Manifest => ({ apiVersion: 'example.com/v1', kind: 'Store', metadata: { name: 'a', namespace: 'db' }, spec: { keep: 'x', ...spec } });
const refusals = (before: object, after: object) => diff([store(before)], [store(after)], { definitions: [definition] }).changes
  .filter(({ effect }) => effect === 'refused').map(({ rule, path, message }) => `${rule} ${path} ${message}`);

test.each<[string, object, object, string[]]>([
  ['a value that may not change', { class: 'a' }, { class: 'b' }, ['/spec/class the definition of Store refuses this change: class is immutable']],
  ['a value that may not go', { class: 'a' }, {}, ['/spec the definition of Store refuses this change: class cannot be removed']],
  ['a number that only grows, with its own message', { size: 3 }, { size: 2 }, ['/spec/size the definition of Store refuses this change: it is at least 3']],
  ['a default that takes the place of what was given', { size: 3 }, {}, ['/spec/size the definition of Store refuses this change: it is at least 3']],
  ['an item that is the same by its keys', { pools: [{ name: 'a', disk: 'x' }, { name: 'b', disk: 'y' }] }, { pools: [{ name: 'b', disk: 'z' }] },
    ["/spec/pools/0/disk the definition of Store refuses this change: the rule 'self == oldSelf' does not hold"]],
  ['what was given once', { once: 'a' }, { once: 'b' },
    ["/spec/once the definition of Store refuses this change: the rule 'oldSelf.hasValue() ? self == oldSelf.value() : self != 'no'' does not hold"]],
])('a rule about oldSelf refuses %s', (_, before, after, expected) => {
  const found = refusals(before, after);

  expect(found).toEqual(expected.map(said => `custom-resource-change ${said}`));
});

test.each<[string, object, object]>([
  ['a value that is new', {}, { class: 'a' }],
  ['a number that grows', { size: 2 }, { size: 3 }],
  ['an item that is new', { pools: [{ name: 'a', disk: 'x' }] }, { pools: [{ name: 'c', disk: 'z' }] }],
  ['what was not given yet', {}, { once: 'a' }],
])('a rule about oldSelf takes %s', (_, before, after) => {
  const found = refusals(before, after);

  expect(found).toEqual([]);
});

test('a value that the definition refuses is refused in an update, too', () => {
  const found = refusals({ size: 1 }, { size: 0 });

  expect(found).toEqual(expect.arrayContaining([expect.stringContaining('invalid /spec/size')]));
});

test('a rule that takes an optional oldSelf is asked of a new value, once', () => {
  const found = refusals({}, { once: 'no' });

  expect(found).toHaveLength(1);
});

test('nothing is said where the definition is not known', () => {
  const { changes } = diff([store({ class: 'a' })], [store({ class: 'b' })]);

  expect(changes.filter(({ effect }) => effect === 'refused')).toEqual([]);
});

test('a definition among the new manifests counts, and not the one that it replaces', () => {
  const open = { ...definition, spec: { ...definition.spec, versions: [{ ...definition.spec.versions[0], schema: { openAPIV3Schema: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true } } }] } };

  const { changes } = diff([definition, store({ class: 'a' })], [open, store({ class: 'b' })]);

  expect(changes.filter(({ effect }) => effect === 'refused')).toEqual([]);
});
