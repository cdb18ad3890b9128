import { FONTS } from './text-width';

/** The colours of a picture: of what is behind, of text, of lines, and of the boxes of each family. */
export interface Palette {
  readonly paper: string;
  readonly frame: string;
  readonly frameLine: string;
  readonly ink: string;
  readonly quiet: string;
  readonly arrow: string;
  readonly boxes: Readonly<Record<string, readonly [fill: string, line: string]>>;
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  frame: '#f6f8fa',
  frameLine: '#818b98',
  ink: '#1f2328',
  quiet: '#515962',
  arrow: '#59636e',
  boxes: {
    pod: ['#ddf4ff', '#0969da'],
    storage: ['#dafbe1', '#1a7f37'],
    service: ['#fbefff', '#8250df'],
    settings: ['#fff8c5', '#9a6700'],
    other: ['#ffffff', '#59636e'],
  },
};

export const DARK: Palette = {
  paper: '#0d1117',
  frame: '#151b23',
  frameLine: '#656c76',
  ink: '#f0f6fc',
  quiet: '#b7bdc8',
  arrow: '#9198a1',
  boxes: {
    pod: ['#0c2d6b', '#4493f8'],
    storage: ['#033a16', '#3fb950'],
    service: ['#3c1e70', '#ab7df8'],
    settings: ['#4b2900', '#d29922'],
    other: ['#212830', '#9198a1'],
  },
};

/** Rules of a style sheet for what is inside of `root`; a page that has a switch for dark takes them for its own selector. */
export function colourRules({ paper, frame, frameLine, ink, quiet, arrow, boxes }: Palette, root = '.kube-picture'): string {
  return [
    `${root} .paper { fill: ${paper} }`,
    `${root} .frame > rect { fill: ${frame}; stroke: ${frameLine} }`,
    `${root} text { fill: ${ink} }`,
    `${root} .kind, ${root} .line { fill: ${quiet} }`,
    `${root} .arrow path { stroke: ${arrow} }`,
    `${root} .arrow polygon { fill: ${arrow}; stroke: ${arrow} }`,
    `${root} .arrow .behind { fill: ${frame} }`,
    ...Object.entries(boxes).map(([family, [fill, line]]) => `${root} .box.${family} > path { fill: ${fill}; stroke: ${line} }`),
  ].join('\n');
}

/** All rules: light, and dark where the reader's screen is, unless one of them is asked for. */
export function styleSheet(theme: 'light' | 'dark' | 'auto'): string {
  return [
    `.kube-picture { font-family: ${FONTS}; font-kerning: none }`,
    '.kube-picture .name { font-weight: bold }',
    '.kube-picture .arrow path { fill: none; stroke-width: 1.3 }',
    '.kube-picture .arrow.data path { stroke-width: 2.4 }',
    '.kube-picture .arrow.settings path { stroke-dasharray: 5 4 }',
    '.kube-picture .box.missing > path { stroke-dasharray: 5 4 }',
    colourRules(theme === 'dark' ? DARK : LIGHT),
    ...theme === 'auto' ? ['@media (prefers-color-scheme: dark) {', colourRules(DARK), '}'] : [],
  ].join('\n');
}
