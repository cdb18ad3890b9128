import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { isMicroTime, isTime } from '../../kubernetes/formats/time';
import { isRecord } from '../../kubernetes/manifest';
import { parseQuantity } from '../../kubernetes/quantity';

const MAX_INT32 = 2 ** 31;
const MAX_INT64 = 2 ** 63;

/** Whether a text, number or truth value is of this type; other types are not checked. */
export function isScalar(holds: FieldType['holds'], value: unknown): boolean {
  switch (holds) {
    case 'string': return typeof value === 'string';
    case 'boolean': return typeof value === 'boolean';
    case 'int32': return isInteger(value, MAX_INT32);
    case 'int64': return isInteger(value, MAX_INT64);
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'intOrString': return typeof value === 'string' || isInteger(value, MAX_INT32);
    case 'quantity': return parseQuantity(value) !== undefined;
    case 'time': return typeof value === 'string' && isTime(value);
    case 'microTime': return typeof value === 'string' && isMicroTime(value);
    default: return true;
  }
}

function isInteger(value: unknown, bound: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -bound && (value < bound);
}

/** Whether a value may be meant for a field of this type: its shape and the names of its fields say so. */
export function fits(type: FieldType, value: unknown, model: ApiModel): boolean {
  switch (type.holds) {
    case 'struct': return isRecord(value) && Object.keys(value).every(name => model.type(type.struct!)!.field(name));
    case 'list': return Array.isArray(value) && value.every(item => fits(type.item!, item, model));
    case 'map': return isRecord(value) && Object.values(value).every(entry => fits(type.item!, entry, model));
    case 'enum': return typeof value === 'string' && type.values!.includes(value);
    default: return typeof value !== 'object' && isScalar(type.holds, value);
  }
}
