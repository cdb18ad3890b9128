import { Field, parseField } from './field';
import { TYPES } from './fields.generated';
import { entriesFor, lineOf } from './lines';
import { KubernetesVersion } from '../kubernetes-version';
import { once, oncePerKey } from '../once';

/** What the server writes where it drops a field: whoever writes the same loses nothing. */
export const RESET_TO: Readonly<Record<string, unknown>> = { procMount: 'Default' };

/** The default of a field of a field, which it has only here: `spec.backoffLimit` of a Job, and not of a Job's template. */
export type DefaultBelow = Pick<Field, 'default' | 'computedDefault'> & {
  readonly path: readonly string[];
};

/** Fields of which one is given, or of which one field says which. */
export interface Union {
  readonly discriminator?: string;
  /** The value of the discriminator by the name of the field. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A type with named fields, such as `Container`, in one version of Kubernetes. A field is read when it is first asked
 * for: objects have few of the fields that they may have.
 */
export class StructType {
  /** The type of this name; undefined if this version has none. */
  public static of(name: string, version: KubernetesVersion, isOff: (gates: string) => boolean): StructType | undefined {
    const line = lineOf(TYPES, name);
    if (line === undefined) { return undefined; }
    const texts = new Map<string, string>();
    for (const entry of entriesFor(version, line)) {
      const colon = entry.indexOf(':');
      texts.set(entry.slice(0, colon), entry.slice(colon + 1));
    }
    // An entry without a name is about the type; one that holds for other versions only says that this one has no such type.
    const isThere = texts.has('') || !/(^|\t)[\d.-]+ :/.test(line);
    return isThere ? new StructType(name, texts, isOff) : undefined;
  }

  /** The names of the fields that must be there. */
  public readonly required: readonly string[];
  /** Server-side apply replaces a value of this type as a whole. */
  public readonly atomic: boolean;
  /** The fields that the server writes where they are absent, or overwrites. */
  public readonly withDefault = once(() => this.fieldsWhere(text => text.includes(';default=') || text.includes(';computed=')));

  /** The fields that the server drops. */
  public readonly dropped = once(() => this.fieldsWhere(text => text.includes(';gate=')).filter(field => field.dropped));

  public readonly defaultsBelow = once((): readonly DefaultBelow[] => [...this.texts].filter(([name]) => name.includes('.')).map(([name, text]) => {
    const { default: fixed, computedDefault } = parseField(name, text, () => false);
    return { path: name.split('.'), default: fixed, computedDefault };
  }));

  /** The type of `spec`, if there may be one and need not. */
  public readonly optionalSpec = once(() => {
    const spec = this.field('spec');
    return spec && !spec.required ? spec.type.struct : undefined;
  });

  private readonly fieldNamed = oncePerKey((name: string): Field | undefined => {
    const text = this.texts.get(name);
    return text === undefined || !isFieldName(name) ? undefined : parseField(name, text, this.isOff);
  });

  private constructor(
    public readonly name: string,
    /** `string!;ptr` by the name of the field. */
    private readonly texts: ReadonlyMap<string, string>,
    /** Whether a feature is off, by its gates. */
    private readonly isOff: (gates: string) => boolean,
  ) {
    this.required = this.names().filter(field => isRequired(texts.get(field)!));
    this.atomic = this.attributes().includes('atomic');
  }

  public get unions(): Union[] {
    return this.attributes().filter(attribute => attribute.startsWith('union=')).map(attribute => {
      const [discriminator, ...fields] = attribute.slice('union='.length).split(',');
      return { ...discriminator && { discriminator }, fields: Object.fromEntries(fields.map(field => field.split(':'))) };
    });
  }

  /** The names of all fields. */
  public names(): string[] {
    return [...this.texts.keys()].filter(isFieldName);
  }

  /** The field of this name, if there is one. */
  public field(name: string): Field | undefined {
    return this.fieldNamed(name);
  }

  /** A struct of this type without the fields that the server drops, and with what it writes in their place. */
  public withoutDropped(struct: Record<string, any>): Record<string, any> {
    const dropped = this.dropped().filter(({ name }) => Object.hasOwn(struct, name));
    if (dropped.length === 0) { return struct; }
    const result = { ...struct };
    for (const { name } of dropped) {
      if (Object.hasOwn(RESET_TO, name) && result[name] !== null) { result[name] = RESET_TO[name]; } else { delete result[name]; }
    }
    return result;
  }

  private fieldsWhere(isMeant: (text: string) => boolean): readonly Field[] {
    return this.names().filter(name => isMeant(this.texts.get(name)!)).map(name => this.field(name)!);
  }

  private attributes(): string[] {
    return (this.texts.get('') ?? '').split(';');
  }
}

function isRequired(text: string): boolean {
  const end = text.indexOf(';');
  return text[(end < 0 ? text.length : end) - 1] === '!';
}

function isFieldName(name: string): boolean {
  return name !== '' && !name.includes('.');
}
