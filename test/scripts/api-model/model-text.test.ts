import { Schema } from '../../../scripts/api-model/documents';
import { EnumValues } from '../../../scripts/api-model/enums';
import { VersionFacts } from '../../../scripts/api-model/facts';
import { Gate } from '../../../scripts/api-model/gates';
import { GoField } from '../../../scripts/api-model/go-types';
import { modelText } from '../../../scripts/api-model/model-text';
import { TypeNames } from '../../../scripts/api-model/names';

const PREFIX = 'io.k8s.api.core.v1';

interface Given {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly enums?: Readonly<Record<string, EnumValues>>;
  readonly gates?: Readonly<Record<string, Gate>>;
  readonly goFields?: Readonly<Record<string, GoField>>;
}

function facts(version: string, { schemas, enums = {}, gates = {}, goFields = {} }: Given): VersionFacts {
  const fields = Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties));
  return {
    version,
    kinds: [{ apiVersion: 'v1', kind: 'Thing', type: `${PREFIX}.Thing`, use: 'object', namespaced: true }],
    schemas: new Map(Object.entries(schemas).map(([name, schema]) => [`${PREFIX}.${name}`, schema])),
    enums: new Map(Object.entries(enums).map(([name, values]) => [`${PREFIX}.${name}`, values])),
    gates: new Map(Object.entries(gates)),
    betaExceptions: new Set(),
    kindGates: new Map(),
    goFields: () => new Map([...fields.map((name): [string, GoField] => [name, { pointer: false }]), ...Object.entries(goFields)]),
  };
}

function textOf(...all: readonly VersionFacts[]) {
  return modelText(all, new TypeNames(all));
}

const string = { type: 'string' };

test('a kind has a line with its type, use and scope', () => {
  const { kinds } = textOf(facts('1.27.16', { schemas: { Thing: {} } }));

  expect(kinds).toBe('\nv1/Thing\tThing;object;namespaced\n');
});

test('a type has a line with its fields: spelling, required, pointer, gate and how patches merge it', () => {
  const properties = {
    name: string,
    tty: { type: 'boolean' },
    finalizers: { 'type': 'array', 'items': string, 'x-kubernetes-patch-strategy': 'merge' },
  };
  const goFields = { name: { pointer: false }, tty: { pointer: true, gate: 'Terminals' } };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: { properties, required: ['name'] } }, goFields }));

  expect(types).toBe('\nThing\tfinalizers:[*]string;merge\tname:string!\ttty:boolean;ptr;gate=Terminals\n');
});

test('what an object must have to be one is never called required', () => {
  const schema = {
    'properties': { apiVersion: string, kind: string },
    'required': ['apiVersion', 'kind'],
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'Thing' }],
  };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: schema } }));

  expect(types).toBe('\nThing\tapiVersion:string\tkind:string\n');
});

test('an enum that is a pointer, or required, is never empty', () => {
  const enums = Object.fromEntries(['one', 'two', 'three'].map(field => [`Thing.${field}`, { values: ['A'], ofItems: false }]));
  const goFields = { one: { pointer: true } };
  const schema = { properties: { one: string, two: string, three: string }, required: ['two'] };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: schema }, enums, goFields }));

  expect(types).toBe('\nThing\tone:=A;ptr;nonempty\tthree:=A\ttwo:=A!;nonempty\n');
});

test('fields and types say since when they are there', () => {
  const pod = (...names: string[]): Schema => ({ properties: Object.fromEntries(names.map(name => [name, string])) });
  const host = { properties: { ...pod('name').properties, host: { $ref: `#/${PREFIX}.Host` } } };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: pod('name', 'old') } }), facts('1.28.15', { schemas: { Thing: host, Host: pod('ip') } }));

  expect(types).toBe('\nThing\t1.28- host:@Host\tname:string\t-1.28 old:string\nHost\t1.28- :\tip:string\n');
});

test('a type knows that it is replaced as a whole, and its unions', () => {
  const unions = [{ 'discriminator': 'type', 'fields-to-discriminateBy': { one: 'One' } }];
  const schema: Schema = { 'properties': { one: string }, 'x-kubernetes-map-type': 'atomic', 'x-kubernetes-unions': unions };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: schema } }));

  expect(types).toBe('\nThing\t:;atomic;union=type,one:One\tone:string\n');
});

test('the default of a pointer is one, that of another field only if it is not zero', () => {
  const properties = { one: { ...string, default: '' }, two: { ...string, default: '' }, three: { ...string, default: 'x' } };

  const { types } = textOf(facts('1.27.16', { schemas: { Thing: { properties } }, goFields: { two: { pointer: true } } }));

  expect(types).toBe('\nThing\tone:string\tthree:string;default="x"\ttwo:string;ptr;default=""\n');
});

test('a gate has a line with its changes', () => {
  const gate = (stage: Gate['stage'], on: boolean, locked = false) => ({ schemas: { Thing: {} }, gates: { Sidecars: { stage, on, locked } } });
  const all = [
    facts('1.27.16', { schemas: { Thing: {} } }), facts('1.28.15', gate('alpha', false)), facts('1.29.15', gate('beta', true)),
    facts('1.30.1', gate('beta', true)), facts('1.30.2', gate('ga', true, true)), facts('1.31.0', { schemas: { Thing: {} } }),
  ];

  expect(textOf(...all).gates).toBe('\nSidecars\t1.28:a-\t1.29:b+\t1.30.2:g+!\t1.31:\n');
});

test('a field that the Go source does not have is an error: something of it was not understood', () => {
  const given = { ...facts('1.27.16', { schemas: { Thing: { properties: { name: string } } } }), goFields: () => new Map() };

  expect(() => textOf(given)).toThrow('the Go source of 1.27.16 has no field io.k8s.api.core.v1.Thing.name');
});
