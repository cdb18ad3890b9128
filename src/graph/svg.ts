import { BoxText, placedText, textBlock } from './box-text';
import { WIDEST_PICTURE } from './drawing';
import { Graph, GraphMark, Tone, worstTone } from './graph';
import { labelArea } from './label-places';
import { Area, LaidArrow, LaidBox, LaidFrame, Layout, Point, TextLine } from './layout';
import { placed } from './place';
import { shapeOf } from './shapes';
import { arrowId, elementId } from './svg-ids';
import { styleSheet } from './svg-style';
import { printable } from '../reports/printable';

export interface SvgOptions {
  /** `auto` follows the reader's screen. @default 'auto' */
  readonly theme?: 'light' | 'dark' | 'auto';
}

/** The picture as SVG, laid out. */
export async function svg(graph: Graph, options: SvgOptions = {}): Promise<string> {
  return svgOf(await placed(graph), graph, options);
}

const MARGIN = 16;
const NARROWEST_NOTE = 400;
/** The width of what stands beside the picture, and at most of what stands above. */
const ASIDE = 380;
const WIDEST_ASIDE = 700;

/** The same where everything has its place already. */
export function svgOf({ width, height, frames, boxes, arrows }: Layout, graph: Graph, { theme = 'auto' }: SvgOptions = {}): string {
  const note = textBlock([[graph.note ?? '', 'line']], Math.max(width, NARROWEST_NOTE));
  const { elements, right, above } = asidesOf(graph, width);
  const [w, h] = [Math.max(width + right.width, note.width), Math.max(height + note.height, right.height) + above]
    .map(side => Math.ceil(side + 2 * MARGIN));
  const top = -MARGIN - above;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kube-picture" role="img" aria-labelledby="kube-picture-title kube-picture-words" width="${w}" height="${h}" viewBox="${-MARGIN} ${n(top)} ${w} ${h}">`,
    `<title id="kube-picture-title">${escaped(titleOf(graph))}</title>`,
    `<desc id="kube-picture-words">${escaped(wordsOf(graph))}</desc>`,
    `<style>\n${styleSheet(theme)}\n</style>`,
    `<rect class="paper" x="${-MARGIN}" y="${n(top)}" width="${w}" height="${h}"/>`,
    ...frames.map(frameOf),
    ...arrows.map(arrowOf),
    ...boxes.map(boxOf),
    // Above everything, so that no line runs through them.
    ...frames.filter(({ group }) => group.kind === 'Namespace').map(titleOfFrame),
    ...arrows.filter(({ text }) => text.length > 0).map(labelOf),
    ...elements,
    ...placedText(note, 0, height + MARGIN / 2, width, 'left').map(textOf),
    '</svg>',
    '',
  ].join('\n');
}

interface Asides {
  readonly elements: readonly string[];
  /** What they need to the right of the picture, and above it. */
  readonly right: Pick<Area, 'width' | 'height'>;
  readonly above: number;
}

/** What stands beside the picture, from top to bottom; above it, from left to right, where both together would be too wide for a screen. */
function asidesOf(graph: Graph, width: number): Asides {
  const { asides = [] } = graph;
  const isBeside = width + MARGIN + ASIDE <= WIDEST_PICTURE;
  const columns = isBeside ? 1 : Math.min(Math.max(1, asides.length), Math.floor((width + MARGIN) / (ASIDE + MARGIN)));
  const columnWidth = isBeside ? ASIDE : Math.min(WIDEST_ASIDE, (width + MARGIN) / columns - MARGIN);
  const texts = asides.map(({ title, lines }) => textBlock([[title, 'name'], ...lines.map(line => [line, 'line'] as const)], columnWidth - 2 * MARGIN));
  const places = inColumns(texts.map(({ height }) => height + 2 * MARGIN), columns);
  const total = Math.max(0, ...places.map(({ y }, i) => y + texts[i].height + 3 * MARGIN));
  const corner = isBeside ? { x: width + MARGIN, y: 0 } : { x: 0, y: -total };
  return {
    elements: texts.map((text, i) => {
      const { column, y } = places[i];
      const x = corner.x + column * (columnWidth + MARGIN);
      return asideOf(i, text, { x, y: corner.y + y, width: columnWidth, height: text.height + 2 * MARGIN });
    }),
    right: isBeside && asides.length > 0 ? { width: ASIDE + MARGIN, height: total - MARGIN } : { width: 0, height: 0 },
    above: isBeside ? 0 : total,
  };
}

/** Each in the column that is shortest so far. */
function inColumns(heights: readonly number[], columns: number) {
  const ends = Array.from({ length: columns }, () => 0);
  return heights.map(height => {
    const column = ends.indexOf(Math.min(...ends));
    const y = ends[column];
    ends[column] += height + MARGIN;
    return { column, y };
  });
}

function asideOf(i: number, text: BoxText, area: Area): string {
  const lines = placedText(text, area.x + MARGIN, area.y + MARGIN, area.width, 'left').map(textOf);
  return `<g id="k-aside-${i}" class="frame aside"><rect ${rectangle(area)} rx="8"/>${lines.join('')}</g>`;
}

function titleOf({ groups }: Graph): string {
  const workloads = groups.filter(({ kind }) => kind !== 'Namespace').length;
  const namespaces = groups.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name);
  return `${workloads} ${workloads === 1 ? 'workload' : 'workloads'}${namespaces.length > 0 ? ` in ${namespaces.join(', ')}` : ''}`;
}

/** What the picture shows, for those who cannot see it. */
function wordsOf({ nodes, groups, edges }: Graph): string {
  const names = new Map([...nodes, ...groups].map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const marked = [...nodes, ...groups].flatMap(({ kind, name, marks = [] }) => marks.map(({ words }) => `${kind} ${name}: ${words}.`));
  return [...marked, ...edges.map(({ from, to, label, bothWays }) => `${names.get(from)}: ${label || (bothWays ? 'to and from' : 'to')}: ${names.get(to)}.`)].join(' ');
}

function toneOf(marks: readonly GraphMark[] | undefined): Tone[] {
  const tone = worstTone(marks);
  return tone ? [tone] : [];
}

function frameOf({ group, text, ...area }: LaidFrame): string {
  const { id, kind, marks } = group;
  const classes = ['frame', kind === 'Namespace' ? 'namespace' : 'workload', ...toneOf(marks)];
  return `<g id="${elementId(id)}" class="${classes.join(' ')}" data-id="${escaped(id)}" data-kind="${escaped(kind)}">`
    + `<title>${escaped(`${kind} ${group.name}`)}</title><rect ${rectangle(area)} rx="8"/>${kind === 'Namespace' ? '' : text.map(textOf).join('')}</g>`;
}

/** Arrows run through the frame of a namespace, and not through its title. Whoever clicks it means the frame below. */
function titleOfFrame({ text }: LaidFrame): string {
  return `<g class="title">${text.map(textOf).join('')}</g>`;
}

function boxOf({ node, text, ...area }: LaidBox): string {
  const { id, kind, name, missing, derived, marks } = node;
  const { outline, family } = shapeOf(kind);
  const classes = ['box', family, ...missing ? ['missing'] : [], ...derived ? ['derived'] : [], ...toneOf(marks)];
  return `<g id="${elementId(id)}" class="${classes.join(' ')}" data-id="${escaped(id)}" data-kind="${escaped(kind)}">`
    + `<title>${escaped(`${kind} ${name}`)}</title>${OUTLINES[outline](area)}${text.map(textOf).join('')}</g>`;
}

const DRUM = 7;
const FOLD = 10;

const OUTLINES: Readonly<Record<string, (area: Area) => string>> = {
  box: area => rounded(area, 6),
  pill: area => rounded(area, Math.min(18, area.height / 2)),
  drum: ({ x, y, width, height }) => {
    const [bow, side] = [`${width / 2} ${DRUM / 2} 0 0`, height - DRUM];
    return `<path d="M${at({ x, y: y + DRUM / 2 })} a${bow} 1 ${n(width)} 0 v${n(side)} a${bow} 1 ${n(-width)} 0 z m0 0 a${bow} 0 ${n(width)} 0"/>`;
  },
  note: ({ x, y, width, height }) => `<path d="M${at({ x, y })} h${n(width - FOLD)} l${FOLD} ${FOLD} v${n(height - FOLD)} h${n(-width)} z m${n(width - FOLD)} 0 v${FOLD} h${FOLD}"/>`,
};

function rounded({ x, y, width, height }: Area, r: number): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `<path d="M${at({ x: x + r, y })} h${n(width - 2 * r)} ${corner(r, r)} v${n(height - 2 * r)} ${corner(-r, r)} h${n(2 * r - width)} ${corner(-r, -r)} v${n(2 * r - height)} ${corner(r, -r)} z"/>`;
}

function arrowOf({ edge, curve, tip, tail }: LaidArrow): string {
  const [start, ...rest] = curve;
  return `<g id="${arrowId(edge)}" class="arrow ${edge.about}${edge.tone ? ` ${edge.tone}` : ''}" data-from="${escaped(edge.from)}" data-to="${escaped(edge.to)}">`
    + `<path d="M${at(start)} C${rest.map(at).join(' ')}"/>${headOf(rest.at(-1)!, tip)}${tail ? headOf(start, tail) : ''}</g>`;
}

/** A triangle from where the line ends to the tip. */
function headOf(end: Point, tip: Point): string {
  const [dx, dy] = [tip.x - end.x, tip.y - end.y];
  const length = Math.hypot(dx, dy) || 1;
  const [sideX, sideY] = [-dy / length * 4, dx / length * 4];
  return `<polygon points="${at({ x: end.x + sideX, y: end.y + sideY })} ${at(tip)} ${at({ x: end.x - sideX, y: end.y - sideY })}"/>`;
}

function labelOf(arrow: LaidArrow): string {
  const { edge, text } = arrow;
  const { x, width, ...rest } = labelArea(arrow)!;
  const area = { x: x - 3, width: width + 6, ...rest };
  return `<g class="arrow label ${edge.about}" data-arrow="${arrowId(edge)}"><rect class="behind" ${rectangle(area)} rx="3"/>${text.map(textOf).join('')}</g>`;
}

/** The length is said, so that text stays in its box where another font is shown. */
function textOf({ x, y, text, size, width, role, tone }: TextLine): string {
  return `<text class="${role}${tone ? ` ${tone}` : ''}" x="${n(x)}" y="${n(y)}" font-size="${size}" textLength="${n(width)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

function rectangle({ x, y, width, height }: Area): string {
  return `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
}

function at({ x, y }: Point): string {
  return `${n(x)} ${n(y)}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What is no character of XML: halves of a pair, and two more. */
const NO_CHARACTERS = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** Text that stays text. */
function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`).replace(NO_CHARACTERS, '\ufffd');
}
