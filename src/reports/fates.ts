import { ClaimEffect } from './change';

/** So many claims of one fate are named; the JSON output names all. */
const SHOWN = 6;

/** `data-db-1, data-db-2 stranded; data-pg-0 new and empty`: what becomes of claims that do not just stay. */
export function fatesOf(claims: readonly ClaimEffect[]): string {
  const names = new Map<string, string[]>();
  for (const { name, fate } of claims) {
    if (fate !== 'kept') { names.set(fate, [...names.get(fate) ?? [], name]); }
  }
  return [...names].map(([fate, all]) => `${all.slice(0, SHOWN).join(', ')}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''} ${fate}`).join('; ');
}
