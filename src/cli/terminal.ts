import { readInput } from './input';
import { decodeText } from '../manifest/read/decode';
import { writeReason } from '../manifest/write/write-error';

/** What a command may do with the world outside: everything it prints and reads goes through here. */
export interface Terminal {
  /** Whether the result may have colours. */
  readonly colours: boolean;
  /** How wide the terminal is. @default - the result goes into a file or a pipe */
  readonly columns?: number;
  /** Whether somebody watches standard error, so that progress is worth showing. */
  readonly watched: boolean;
  /** Prints the result. */
  out(text: string): void;
  /** Prints what is not the result: mistakes, progress. */
  err(text: string): void;
  /** All of standard input. */
  input(): string;
}

/** The terminal, pipe or file that this process was started with. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  // A reader such as `head` may leave early; that is not our failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') { return; }
    stderr.write(`cdk8s-stateful: cannot write the result: ${writeReason(error.code ?? '', error.message)}\n`);
    // EXIT.usage; command.ts imports this file.
    process.exitCode = 2;
  });
  return {
    out: text => { stdout.write(text); },
    err: text => { stderr.write(text); },
    input: () => decodeText(readInput(0)),
    colours: areColoursForced(process.env.FORCE_COLOR) ?? (Boolean(stdout.isTTY) && stdout.hasColors()),
    columns: stdout.isTTY && stdout.columns ? stdout.columns : undefined,
    watched: Boolean(stderr.isTTY),
  };
}

/** FORCE_COLOR asks for colours in the log of a pipeline, and `0` forbids them; otherwise `hasColors` knows NO_COLOR and dumb terminals. */
function areColoursForced(wish: string | undefined): boolean | undefined {
  return wish === undefined ? undefined : wish !== '0' && wish !== 'false';
}
