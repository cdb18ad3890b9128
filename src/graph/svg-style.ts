import { Tone } from './graph';
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
  /** The colours of marks, of their texts and of the lines around what is marked. */
  readonly tones: Readonly<Record<Tone, string>>;
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
  tones: { danger: '#a40e26', warning: '#7a4a00', gone: '#57606a', changed: '#0550ae', added: '#0b5a25' },
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
  tones: { danger: '#ff7b72', warning: '#f2cc60', gone: '#c9d1d9', changed: '#79c0ff', added: '#7ee787' },
};

/** Rules of a style sheet for what is inside of `root`; a page that has a switch for dark takes them for its own selector. */
export function colourRules({ paper, frame, frameLine, ink, quiet, arrow, boxes, tones }: Palette, root = '.kube-picture'): string {
  return [
    `${root} .paper { fill: ${paper} }`,
    `${root} .frame > rect { fill: ${frame}; stroke: ${frameLine} }`,
    `${root} text { fill: ${ink} }`,
    `${root} .kind, ${root} .line { fill: ${quiet} }`,
    `${root} .arrow path { stroke: ${arrow} }`,
    `${root} .arrow polygon { fill: ${arrow}; stroke: ${arrow} }`,
    `${root} .arrow .behind { fill: ${frame} }`,
    `${root} .title text { stroke: ${frame} }`,
    ...Object.entries(boxes).map(([family, [fill, line]]) => `${root} .box.${family} > path { fill: ${fill}; stroke: ${line} }`),
    ...Object.entries(tones).flatMap(([tone, colour]) => [
      `${root} .mark.${tone} { fill: ${colour} }`,
      `${root} .box.${tone} > path, ${root} .frame.${tone} > rect, ${root} .arrow.${tone} path { stroke: ${colour} }`,
      `${root} .arrow.${tone} polygon { fill: ${colour}; stroke: ${colour} }`,
    ]),
  ].join('\n');
}

/** What tells marks apart without colours. */
const LINES: Readonly<Record<Tone, string>> = {
  danger: 'stroke-width: 4',
  warning: 'stroke-width: 3; stroke-dasharray: 12 3',
  gone: 'stroke-width: 2; stroke-dasharray: 3 5',
  changed: 'stroke-width: 2.5',
  added: 'stroke-width: 2.5; stroke-dasharray: 1.5 2.5',
};

/** All rules: light, and dark where the reader's screen is, unless one of them is asked for. */
export function styleSheet(theme: 'light' | 'dark' | 'auto'): string {
  return [
    `.kube-picture { font-family: ${FONTS}; font-kerning: none }`,
    '.kube-picture .name { font-weight: bold }',
    '.kube-picture .arrow path { fill: none; stroke-width: 1.3 }',
    '.kube-picture .arrow.data path { stroke-width: 2.4 }',
    '.kube-picture .arrow.settings path { stroke-dasharray: 5 4 }',
    '.kube-picture .box.missing > path { stroke-dasharray: 5 4 }',
    '.kube-picture .title { pointer-events: none }',
    '.kube-picture .title text { paint-order: stroke; stroke-width: 5; stroke-linejoin: round }',
    '.kube-picture .mark { font-weight: bold }',
    `.kube-picture .arrow.gone path { ${LINES.gone} }`,
    ...Object.entries(LINES).map(([tone, line]) => `.kube-picture .box.${tone} > path, .kube-picture .frame.${tone} > rect { ${line} }`),
    colourRules(theme === 'dark' ? DARK : LIGHT),
    ...theme === 'auto' ? ['@media (prefers-color-scheme: dark) {', colourRules(DARK), '}'] : [],
  ].join('\n');
}
