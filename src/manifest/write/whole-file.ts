import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'fs';
import { writing } from './write-error';

/**
 * Writes a file so that it is whole at any moment, also after a power cut: beside its place, and then moved there. One process at a time (see
 * `exclusively`): a draft that was left behind is overwritten.
 *
 * @throws WriteError if that fails; the file is as it was
 */
export function writeWholeFile(file: string, content: string | Uint8Array): void {
  writing(file, () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    // Pipes and devices such as /dev/stdout take it as it comes.
    if (stats && !stats.isFile() && !stats.isDirectory()) { return writeFileSync(file, content); }
    // A link stays one, and leads to the new content.
    const place = stats ? realpathSync(file) : file;
    const draft = `${place}.tmp`;
    rmSync(draft, { force: true });
    try {
      writeDurably(draft, content, stats ? stats.mode % 0o1000 : 0o666);
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  });
}

/** The content is on the disk before the name is: without that, a power cut may leave an empty file under it. */
function writeDurably(file: string, content: string | Uint8Array, mode: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
