import { FieldType } from '../../../src/kubernetes/api/field-type';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { itemKey, keyPart, keysOf } from '../../../src/kubernetes/api-server/item-key';

const MODEL = ApiModel.of('1.27');
const PORTS = MODEL.type('Container')!.field('ports')!.type;
const TEMPLATES = MODEL.type('StatefulSetSpec')!.field('volumeClaimTemplates')!.type;

test('items are distinguished by their keys; a key that is left out has its default', () => {
  const key = (item: unknown) => itemKey(item, PORTS.keys!, PORTS, MODEL);

  expect([key({ containerPort: 80 }), key({ containerPort: 80, protocol: 'TCP' }), key({ containerPort: 80, protocol: 'UDP' })]).toEqual(['80|TCP', '80|TCP', '80|UDP']);
  expect([key(null), key('a'), key({})]).toEqual(['|', '|', '|TCP']);
  expect(keyPart({}, 'containerPort', PORTS, MODEL)).toBeUndefined();
});

test('claim templates are compared by name, though they are replaced as a whole', () => {
  expect([TEMPLATES.atomic, TEMPLATES.keys, keysOf(TEMPLATES)]).toEqual([true, undefined, ['metadata/name']]);
  expect(itemKey({ metadata: { name: 'data' } }, keysOf(TEMPLATES)!, TEMPLATES, MODEL)).toBe('data');
});

test.each<[string, FieldType]>([
  ['a set', { holds: 'list', item: { holds: 'string' }, set: true }],
  ['a map', { holds: 'map', item: { holds: 'string' } }],
])('%s has no keys', (_, type) => {
  expect(keysOf(type)).toBeUndefined();
});
