/** A file could not be written: one line that says which, and why. */
export class WriteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WriteError';
  }
}

/** By its name: published, the class stands in each file that writes, and `instanceof` knows only the one of its own file. */
export function isWriteError(error: unknown): error is WriteError {
  return error instanceof Error && error.name === 'WriteError';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'your quota on this disk is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'there is no such folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk failed',
  EFBIG: 'the file would be larger than is allowed',
};

/** What is thrown when writing a file failed. An error that is no failure of the system comes back as it is. */
function writeErrorOf(file: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined || isWriteError(error) ? error : new WriteError(`cannot write '${file}': ${writeReason(code, message)}`);
}

/** Why the system refused to write, in words. */
export function writeReason(code: string, message: string): string {
  return REASONS[code] ?? message;
}

/** Runs something that writes a file, and says in one line why it could not. */
export function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw writeErrorOf(file, error);
  }
}
