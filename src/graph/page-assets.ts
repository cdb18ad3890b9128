import { readFileSync } from 'fs';
import { join } from 'path';

/** What the page holds besides data. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The script and the style, each as one text. In the published package scripts/bundle.ts has done this already, and there is no esbuild in it. */
export function pageAssets(): PageAssets {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies
  const { buildSync } = require('esbuild') as typeof import('esbuild');
  const { outputFiles: [script] } = buildSync({ entryPoints: [join(__dirname, 'page/main.ts')], bundle: true, minify: true, write: false, target: 'es2022', format: 'iife' });
  return { script: script.text, style: readFileSync(join(__dirname, 'page/page.css'), 'utf8') };
}
