import { Stray } from './misplaced-field';
import { FORMER_FIELDS, FormerFields } from '../../kubernetes/api/former-fields';
import { pointer } from '../../kubernetes/pointer';
import { fieldsInFlow } from '../../reports/flow';
import { withoutCredentials } from '../../reports/secret';

/** What to write for a field of an older version of the API, with the values that stand there; undefined for all others. */
export function todaysFields({ name, levels, writtenAt = () => undefined }: Stray): { readonly why: string; readonly fix: string } | undefined {
  for (const former of FORMER_FIELDS) {
    const level = former.in === undefined ? levels.at(-1) : levels.at(-2);
    if (!level || level.struct.name !== former.struct || !former.fields.includes(name) || !standsIn(former, levels.at(-1)!.trail)) { continue; }
    const written = (...keys: string[]) => writtenAt(pointer(...level.trail, ...keys));
    const today = Object.entries(former.today(level.value, written) ?? {}).filter(([, value]) => value !== undefined);
    if (today.length === 0) { continue; }
    const old = former.in === undefined ? former.fields.filter(field => level.value[field] !== undefined) : [former.in];
    return {
      why: former.from === undefined ? '' : `; ${former.from} has it`,
      fix: `write ${fieldsInFlow(withoutCredentials(Object.fromEntries(today)) as Record<string, unknown>)} in place of ${listed(old)}`,
    };
  }
  return undefined;
}

function standsIn(former: FormerFields, trail: readonly (string | number)[]): boolean {
  return former.in === undefined || trail.at(-1) === former.in;
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
}
