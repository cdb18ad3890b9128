import { FieldType, parseType } from './field-type';

/** A field of a type, in one version of Kubernetes. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The empty string, 0 and false mean the same as no value; of a struct: `{}` does. Empty lists and maps always do. */
  readonly zeroIsAbsent: boolean;
  /** The feature gate without which the server drops the field: `A,B` needs both, `A|B` one of them. */
  readonly gate?: string;
  /** The server drops the field, since its gate is off unless somebody switched it on. */
  readonly dropped: boolean;
  /** The server overwrites the value or never looks at it: only names and types of what is in it count. */
  readonly ignored: boolean;
  /** Of an enum: the server refuses the empty string, which it takes for no value elsewhere. */
  readonly neverEmpty: boolean;
  /** What the server writes where the field is absent; nothing if it is dropped. */
  readonly default?: unknown;
  /** The same where it depends on other fields: the name of a function in computed-defaults.ts. */
  readonly computedDefault?: string;
  /** Of a list: strategic merge patches merge its items, by the value of this field or, with an empty text, by their own. */
  readonly mergeKey?: string;
  /** Strategic merge patches remove what the patch does not name. */
  readonly retainKeys: boolean;
}

/** @param text such as `[name]@Container!;gate=SidecarContainers` */
export function parseField(name: string, text: string, isOff: (gate: string) => boolean): Field {
  const [spelling, ...attributes] = text.split(';');
  const required = spelling.endsWith('!');
  const valueOf = (attribute: string) => {
    const found = attributes.find(candidate => candidate === attribute || candidate.startsWith(`${attribute}=`));
    return found?.slice(attribute.length + 1);
  };
  const [gate, fixed] = [valueOf('gate'), valueOf('default')];
  const dropped = gate !== undefined && isOff(gate);
  return {
    name,
    type: parseType(required ? spelling.slice(0, -1) : spelling, isOff),
    required,
    zeroIsAbsent: !attributes.includes('ptr'),
    gate,
    dropped,
    ignored: attributes.includes('ignored'),
    neverEmpty: attributes.includes('nonempty'),
    default: fixed === undefined || dropped ? undefined : JSON.parse(fixed),
    computedDefault: dropped ? undefined : valueOf('computed'),
    mergeKey: valueOf('merge'),
    retainKeys: attributes.includes('retainKeys'),
  };
}
