import type * as Library from '@hpcc-js/wasm-graphviz' with { 'resolution-mode': 'import' };

// An ES module.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { Graphviz } = require('@hpcc-js/wasm-graphviz') as typeof Library;

const BLOCK = /```mermaid\n([\s\S]*?)```/;
const LOOK = 'rankdir=TB bgcolor=none node [shape=box style=rounded fontname="sans-serif" fontsize=13] edge [arrowsize=0.7]';

/** A page with its Mermaid flowchart of plain arrows drawn, in the colour of the text around it. */
export async function withFlowchartDrawn(text: string): Promise<string> {
  const chart = BLOCK.exec(text);
  if (!chart) { return text; }
  const arrows = [...chart[1].matchAll(/^ *(\S+) --> (\S+)$/gm)].map(([, from, to]) => `"${from}" -> "${to}"`);
  const graphviz = await Graphviz.load();
  const svg = graphviz.dot(`digraph { ${LOOK} ${arrows.join(' ')} }`)
    .replace(/^[\s\S]*?(?=<svg)/, '')
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/ (stroke|fill)="black"/g, ' $1="currentColor"')
    .replace(/<text /g, '<text fill="currentColor" ')
    .replace(/\n+/g, '');
  return text.replace(BLOCK, () => `<div class="flowchart" role="img" aria-label="Which room imports which: the same as in the table above">${svg}</div>`);
}
