import { fits } from './fits';
import { Stray } from './misplaced-field';
import { ApiModel } from '../../kubernetes/api/model';
import { isRecord } from '../../kubernetes/manifest';
import { closest } from '../../reports/did-you-mean';
import { fieldsInFlow } from '../../reports/flow';
import { withoutCredentials } from '../../reports/secret';

/** What to write for a field whose name says two things, or is a name itself; undefined for all others. */
export function meantStruct(stray: Stray, model: ApiModel): string | undefined {
  const isSlip = closest(stray.name, stray.levels.at(-1)!.struct.names()) !== undefined;
  return (isSlip ? undefined : namedItem(stray, model)) ?? nameOfPart(stray, model);
}

/** `MODE: fast` in a variable, `data: /data` in a mount, `http: 8080` in a port: the item without its name. */
function namedItem({ name, value, levels }: Stray, model: ApiModel): string | undefined {
  const { struct, value: own, trail } = levels.at(-1)!;
  if (typeof trail.at(-1) !== 'number' || !struct.field('name') || own.name !== undefined) { return undefined; }
  const isFree = (field: string) => field !== 'name' && own[field] === undefined;
  if (isRecord(value)) {
    return Object.keys(value).length > 0 && fits({ holds: 'struct', struct: struct.name }, value, model) && Object.keys(value).every(isFree) ? written({ name, ...value }) : undefined;
  }
  const field = ['value', ...struct.required].find(one => isFree(one) && struct.field(one) && fits(struct.field(one)!.type, value, model));
  return field && written({ name, [field]: value });
}

const KEYS = ['name', 'secretName', 'claimName'];

/** `configMapName: conf` in a volume is the name in its configMap. */
function nameOfPart({ name, value, levels }: Stray, model: ApiModel): string | undefined {
  const { struct, value: own } = levels.at(-1)!;
  const part = name.replace(/Name$/, '');
  const type = part === name || own[part] !== undefined ? undefined : model.type(struct.field(part)?.type.struct ?? '');
  const key = type && KEYS.find(one => type.field(one) && fits(type.field(one)!.type, value, model));
  return key && fieldsInFlow({ [part]: { [key]: value } });
}

function written(item: Readonly<Record<string, unknown>>): string {
  return `{${fieldsInFlow(withoutCredentials(item) as Record<string, unknown>)}}`;
}
