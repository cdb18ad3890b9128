import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderRecord, readerRecord } from './reader-record';
import { textOf } from './texts';
import { Answer } from '../../kubernetes/kubectl';

/** `--local` asks no server, and an empty patch changes nothing: so kubectl prints what it has read. */
const PRINT = ['patch', '--local', '--type=merge', '--patch={}', '--output=json', '--filename'];

/** What answers as kubectl does. */
export interface Reader {
  ask(args: readonly string[]): Promise<Answer>;
}

/** Has files read by kubectl and by our reader; as many at a time as there are processors. */
export async function runReader(kubectl: Reader, { seed, texts }: { readonly seed: number; readonly texts: number }): Promise<ReaderRecord[]> {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  const records: ReaderRecord[] = [];
  let next = 0;
  const lane = async () => {
    while (next < texts) {
      const index = next++;
      const bytes = textOf(seed, index);
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, bytes);
      records[index] = readerRecord(bytes, await kubectl.ask([...PRINT, file]));
      rmSync(file);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return records;
}
