import { combined } from './combined';
import { Mutation } from './mutation';
import { misplaced, misspelt } from './names';
import { border, duplicate, missing, outOfRange, wrongType } from './values';

/** Every kind of mutation that every field must meet. */
export const MUTATIONS = {
  'missing': missing,
  'wrong type': wrongType,
  'out of range': outOfRange,
  'misplaced': misplaced,
  'misspelt': misspelt,
  'combined': combined,
  'border': border,
  'duplicate': duplicate,
} satisfies Readonly<Record<string, Mutation>>;

export type MutationName = keyof typeof MUTATIONS;

export const MUTATION_NAMES = Object.keys(MUTATIONS) as MutationName[];
