import { Schema } from '../../../scripts/api-model/documents';
import { TypeNames } from '../../../scripts/api-model/names';

const ref = (type: string) => ({ $ref: `#/components/schemas/${type}` });
const kind = (apiVersion: string, type: string) =>
  ({ apiVersion, type, kind: type.slice(type.lastIndexOf('.') + 1), use: 'object', namespaced: true }) as const;

const SCHEMAS = new Map<string, Schema>([
  ['io.k8s.api.core.v1.Event', { properties: { series: { allOf: [ref('io.k8s.api.core.v1.EventSeries')] } } }],
  ['io.k8s.api.core.v1.EventSeries', { properties: { time: ref('io.k8s.apimachinery.pkg.apis.meta.v1.Time') } }],
  ['io.k8s.api.events.v1.Event', { properties: { all: { type: 'array', items: ref('io.k8s.api.events.v1.EventSeries') } } }],
  ['io.k8s.api.events.v1.EventSeries', {}],
  ['io.k8s.api.core.v1.Unreached', {}],
]);
const KINDS = [kind('events.k8s.io/v1', 'io.k8s.api.events.v1.Event'), kind('v1', 'io.k8s.api.core.v1.Event')];

test('of two types with a name, the more wanted one gets it and the other is called by its API version too', () => {
  const names = new TypeNames([{ kinds: KINDS, schemas: SCHEMAS }]);

  expect(names.all().map(([, short]) => short)).toEqual(['Event', 'EventSeries', 'events.k8s.io/v1.Event', 'events.k8s.io/v1.EventSeries']);
});

test('types that no object is made of, or that are written as a text, have no name', () => {
  const names = new TypeNames([{ kinds: KINDS, schemas: SCHEMAS }]);

  expect([names.of('io.k8s.api.core.v1.Unreached'), names.of('io.k8s.apimachinery.pkg.apis.meta.v1.Time')]).toEqual([undefined, undefined]);
});

test('a type of a later version never takes the name of an earlier one', () => {
  const later = { kinds: [kind('v1', 'io.k8s.api.core.v1.Event')], schemas: SCHEMAS };
  const names = new TypeNames([{ kinds: [kind('events.k8s.io/v1', 'io.k8s.api.events.v1.Event')], schemas: SCHEMAS }, later]);

  expect(names.of('io.k8s.api.events.v1.Event')).toBe('Event');
  expect(names.of('io.k8s.api.core.v1.Event')).toBe('v1.Event');
});
