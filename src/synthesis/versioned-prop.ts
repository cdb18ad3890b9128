import type { Feature } from '../kubernetes/api/feature';

/** A prop that was given, and what it needs. */
export interface VersionedProp {
  readonly prop: string;
  readonly value: unknown;
  readonly feature: Feature;
}
