import { Arguments } from './arguments';
import { CommandOption } from './option';
import { Terminal } from './terminal';

/** What a process says with its exit code. */
export const EXIT = { clean: 0, findings: 1, usage: 2 } as const;

/** One command: a file of its own, and loaded only when it runs. */
export interface Command {
  readonly name: string;
  /** What stands after the name: `[options] <file | folder | ->...`. */
  readonly usage: string;
  /** A paragraph for the help. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Command lines with what each is good for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  /** Runs with arguments that fit `options`; returns the exit code, or a promise where something must be waited for. Throws `UsageError` for what the user can fix. */
  readonly run: (args: Arguments, terminal: Terminal) => number | Promise<number>;
}

/** A command's line in the help, and how to load the rest of it. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Command;
}
