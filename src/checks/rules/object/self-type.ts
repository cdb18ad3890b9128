import { ApiModel } from '../../../kubernetes/api/model';
import { CelEnvironment } from '../../../kubernetes/cel/compile';
import { celFieldName } from '../../../kubernetes/cel/field-name';
import { CelType } from '../../../kubernetes/cel/type';
import { isRecord, recordOf, textOf } from '../../../kubernetes/manifest';

type Schema = Readonly<Record<string, any>>;

/** What a rule of a schema may use: `self`, and `oldSelf` for what was there before. */
export function selfEnvironment(schema: Schema, isRoot: boolean, isOptional: boolean, model: ApiModel): CelEnvironment {
  const objects: Record<string, Readonly<Record<string, CelType>>> = {};
  const self = typeOfSchema(schema, isRoot || schema['x-kubernetes-embedded-resource'] === true, objects);
  return { variables: { self, oldSelf: isOptional ? 'optional<unknown>' : self }, objects, holds: validity => model.holds(validity) };
}

const STRINGS: Readonly<Record<string, CelType>> = { 'byte': 'bytes', 'duration': 'duration', 'date': 'timestamp', 'date-time': 'timestamp' };
const SCALARS: Readonly<Record<string, CelType>> = { boolean: 'bool', number: 'double', integer: 'int' };
const HEAD: Readonly<Record<string, CelType>> = { apiVersion: 'string', kind: 'string', metadata: 'Metadata' };

function typeOfSchema(schema: Schema, hasHead: boolean, objects: Record<string, Readonly<Record<string, CelType>>>): CelType {
  const below = (other: unknown) => isRecord(other) ? typeOfSchema(other, other['x-kubernetes-embedded-resource'] === true, objects) : 'unknown';
  const { type, format, items, properties, additionalProperties } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) { return 'dyn'; }
  if (type === 'string') { return STRINGS[textOf(format)] ?? 'string'; }
  if (type === 'array') { return `list<${below(items)}>`; }
  if (type !== 'object') { return SCALARS[textOf(type)] ?? 'unknown'; }
  if (isRecord(additionalProperties)) { return `map<${below(additionalProperties)}>`; }
  const fields = Object.entries(recordOf(properties)).map(([name, property]) => [celFieldName(name), below(property)]);
  if (hasHead) { objects[HEAD.metadata] = { name: 'string', generateName: 'string' }; }
  const name = `Object${Object.keys(objects).length}`;
  objects[name] = { ...Object.fromEntries(fields), ...hasHead && HEAD };
  return name;
}
