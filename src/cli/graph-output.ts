/* eslint-disable @typescript-eslint/no-require-imports -- the page is loaded when it is asked for */
import * as path from 'path';
import { Arguments } from './arguments';
import { EXIT } from './command';
import { CommandOption } from './option';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { dot } from '../graph/dot';
import { withFewerArrows } from '../graph/fewer-arrows';
import { folded } from '../graph/fold';
import { Graph } from '../graph/graph';
import { mermaid, tooLargeForMermaid } from '../graph/mermaid';
import { PNG_PACKAGE, png } from '../graph/png';
import { svg } from '../graph/svg';
import { writeWholeFile } from '../manifest/write/whole-file';

type Picture = string | Uint8Array;
type Theme = 'light' | 'dark' | 'auto';

/** A format, by its name: how it is made. */
const FORMATS: Readonly<Record<string, (graph: Graph, theme: Theme) => Picture | Promise<Picture>>> = {
  mermaid,
  dot,
  svg: (graph, theme) => svg(graph, { theme }),
  png: async (graph, theme) => pixels(await svg(graph, { theme: theme === 'auto' ? 'light' : theme })),
  html: graph => (require('../graph/html') as typeof import('../graph/html')).html(graph),
};

/** The page shows less by itself, and has everything to be opened. */
const UNFOLDED = 'html';

/** The format of a file, by how its name ends. */
const ENDINGS: Readonly<Record<string, string>> = { '.mmd': 'mermaid', '.mermaid': 'mermaid', '.dot': 'dot', '.gv': 'dot', '.svg': 'svg', '.png': 'png', '.html': 'html' };

export const OUTPUT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'format',
    value: 'format',
    choices: Object.keys(FORMATS),
    description: 'for Markdown on GitHub and GitLab, for Graphviz, a picture, or a page (default: as the name of --out ends, else mermaid)',
  },
  { name: 'out', value: 'file', description: 'writes the picture into a file' },
  { name: 'theme', value: 'theme', choices: ['light', 'dark', 'auto'], default: 'auto', description: 'colours of svg and png; auto is as the screen of the reader is, in a png light' },
];

/** Prints the picture, or writes it. */
export function output(graph: Graph, args: Arguments, terminal: Terminal): number | Promise<number> {
  const out = args.value('out');
  const format = args.value('format') ?? ENDINGS[path.extname(out ?? '').toLowerCase()] ?? 'mermaid';
  if (format === 'png' && out === undefined) { throw new UsageError(["pixels are no text; write them into a file: '--out system.png'"]); }
  const shown = args.has('whole') || format === UNFOLDED ? graph : withFewerArrows(folded(graph));
  const picture = FORMATS[format](shown, args.value('theme') as Theme);
  const problem = format === 'mermaid' ? tooLargeForMermaid(picture as string, shown) : undefined;
  if (problem) { terminal.err(`cdk8s-stateful: ${problem}; draw one workload with --system, or a page to search with --out system.html\n`); }
  return picture instanceof Promise ? picture.then(made => written(made, out, terminal)) : written(picture, out, terminal);
}

function written(picture: Picture, out: string | undefined, terminal: Terminal): number {
  if (out === undefined) {
    terminal.out(String(picture));
    return EXIT.clean;
  }
  writeWholeFile(out, picture);
  return EXIT.clean;
}

function pixels(text: string): Uint8Array {
  const made = png(text, [process.cwd(), __dirname]);
  if (!made) {
    throw new UsageError([`a png needs the package ${PNG_PACKAGE}, which is not installed: 'npm install --save-dev ${PNG_PACKAGE}'; '--format svg' needs nothing`]);
  }
  return made;
}
