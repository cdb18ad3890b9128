import { main } from '../../src/cli/main';
import { Terminal } from '../../src/cli/terminal';

export interface Recording {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Options = Partial<Pick<Terminal, 'colours' | 'watched'>> & { readonly input?: string };

/** Runs a command line in this process and keeps what it printed. */
export function record(words: readonly string[], options: Options = {}): Recording {
  const { code, printed } = started(words, options);
  if (typeof code !== 'number') { throw new Error('this command is waited for: use recordLater'); }
  return { code, ...printed };
}

/** The same of a command that must be waited for. */
export async function recordLater(words: readonly string[], options: Options = {}): Promise<Recording> {
  const { code, printed } = started(words, options);
  return { code: await code, ...printed };
}

function started(words: readonly string[], options: Options) {
  const printed = { out: '', err: '' };
  const code = main(words, {
    colours: options.colours ?? false,
    watched: options.watched ?? false,
    input: () => options.input ?? '',
    out: text => { printed.out += text; },
    err: text => { printed.err += text; },
  });
  return { code, printed };
}
