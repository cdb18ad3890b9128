import * as fs from 'fs';

/** Beyond this an input is a mistake, or made to do harm; what is read of it takes twenty times the memory. */
export const MAX_BYTES = 50 * 1000 * 1000;

/** Why an input is not read, in words. */
export class InputError extends Error {}

const CHUNK = 65_536;
const WAIT_MS = 10;

/** What stands in a file, a pipe such as `<(helm template …)`, or standard input (0). Never more than the limit, and never without end. */
export function readInput(file: string | number): Buffer {
  if (typeof file === 'number') { return readToEnd(file); }
  const stats = fs.statSync(file);
  if (stats.size > MAX_BYTES) { throw tooLarge(); }
  if (stats.isDirectory()) { return fs.readFileSync(file); }
  if (!stats.isFile() && !stats.isFIFO()) { throw new InputError('it is a device or a socket, and no file'); }
  // Files that the system makes up, such as those in /proc, have no size.
  if (stats.isFile() && stats.size > 0) { return fs.readFileSync(file); }
  // Opening a pipe waits for somebody to write, unless we ask not to.
  const descriptor = fs.openSync(file, stats.isFIFO() ? fs.constants.O_NONBLOCK : 'r');
  try {
    const content = readToEnd(descriptor);
    if (stats.isFIFO() && content.length === 0) { throw new InputError('it is a pipe, and nobody writes into it'); }
    return content;
  } finally {
    fs.closeSync(descriptor);
  }
}

function readToEnd(descriptor: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const read = readOnce(descriptor, chunk);
    if (read === 0) { return Buffer.concat(chunks); }
    chunks.push(chunk.subarray(0, read));
    length += read;
    if (length > MAX_BYTES) { throw tooLarge(); }
  }
}

/** How many bytes came; 0 at the end. Waits while a writer has nothing to say. */
function readOnce(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') { return 0; }
      if (code !== 'EAGAIN') { throw error; }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

function tooLarge(): InputError {
  return new InputError(`it is larger than ${MAX_BYTES / 1_000_000} MB; part it into several files`);
}
