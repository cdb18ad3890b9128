import { main } from '../../src/cli/main';

/** What a command line did. */
export interface Outcome {
  readonly words: readonly string[];
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

/** Runs a command line in this process. */
export function outcomeOf(words: readonly string[]): Outcome {
  const printed = { out: '', err: '' };
  const start = performance.now();
  // None of its commands is waited for.
  const code = main(words, {
    colours: false,
    watched: false,
    input: () => '',
    out: text => { printed.out += text; },
    err: text => { printed.err += text; },
  }) as number;
  return { words, code, ...printed, milliseconds: performance.now() - start };
}
