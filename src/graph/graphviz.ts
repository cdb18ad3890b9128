import type * as Library from '@hpcc-js/wasm-graphviz' with { 'resolution-mode': 'import' };

// An ES module, which older versions of Node 20 cannot require: scripts/bundle.ts makes it a part of this file.
// eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies
const { Graphviz } = require('@hpcc-js/wasm-graphviz') as typeof Library;

/** Runs Graphviz, which is compiled to WebAssembly: no program must be installed. Gives back where everything is, as JSON. */
export async function layoutWithGraphviz(text: string): Promise<any> {
  const graphviz = await Graphviz.load();
  return JSON.parse(graphviz.layout(text, 'json', 'dot'));
}
