/** What the server writes where a field is absent. */
export interface FieldDefault {
  /** `Type.field`; `Type.field.below` where the field has it only as a part of this type. */
  readonly field: string;
  /** The value, if it is always the same. */
  readonly value?: unknown;
  /** The function in src/kubernetes/api/computed-defaults.ts, if it depends on other fields. */
  readonly computed?: string;
  readonly since?: string;
  readonly until?: string;
}

export const DEFAULTS: readonly FieldDefault[] = [];
