import { main } from '../../src/cli/main';
import { Terminal } from '../../src/cli/terminal';

export interface Recording {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process and keeps what it printed. */
export function record(words: readonly string[], options: Partial<Pick<Terminal, 'colours' | 'watched'>> & { input?: string } = {}): Recording {
  const printed = { out: '', err: '' };
  const code = main(words, {
    colours: options.colours ?? false,
    watched: options.watched ?? false,
    input: () => options.input ?? '',
    out: text => { printed.out += text; },
    err: text => { printed.err += text; },
  });
  return { code, ...printed };
}
