import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The moment of the backup in the documentation. */
export const TAKEN = '20260131t030000z';

/** The commands by which docs/backups.md restores the snapshots of `orders-db`, to the letter but for the moment. */
export function restoreProcedure(taken = TAKEN): string {
  const page = readFileSync(join(__dirname, '../../docs/backups.md'), 'utf8');
  const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code]) => code).find(code => code.includes(`\ntaken=${TAKEN}\n`))!;
  return commands.replace(`taken=${TAKEN}`, `taken=${taken}`);
}
