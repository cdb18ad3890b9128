/* eslint-disable @typescript-eslint/no-require-imports -- Graphviz is loaded when something is drawn */
import { BoxText, boxText, placedText, textBlock } from './box-text';
import { Graph, GraphEdge } from './graph';
import { LaidArrow, Layout, Point } from './layout';
import { groupBy } from '../manifest/group-by';

const PADDING = 10;
/** What Graphviz measures in. */
const INCH = 72;

/** Gives everything its place: texts are measured by us, and Graphviz is told how large each box is. */
export async function placed(graph: Graph): Promise<Layout> {
  const texts = new Map([...graph.nodes, ...graph.groups].map(one => [one.id, boxText(one)]));
  const labels = graph.edges.map(({ label }) => textBlock([[label, 'line']]));
  const { layoutWithGraphviz } = require('./graphviz') as typeof import('./graphviz');
  const found = await layoutWithGraphviz(input(graph, texts, labels));
  const [, , width, height] = numbers(found.bb);
  const objects = new Map<string, any>((found.objects ?? []).map((object: any) => [object.name, object]));
  const flip = ([x, y]: readonly number[]): Point => ({ x, y: height - y });
  return {
    width,
    height,
    frames: graph.groups.map((group, i) => {
      const [left, bottom, right, top] = numbers(objects.get(`cluster${i}`).bb);
      const area = { x: left, y: height - top, width: right - left, height: top - bottom };
      return { group, ...area, text: placedText(texts.get(group.id)!, area.x, area.y + PADDING, area.width, 'middle') };
    }),
    boxes: graph.nodes.map((node, i) => {
      const object = objects.get(`n${i}`);
      const [w, h] = [Number(object.width) * INCH, Number(object.height) * INCH];
      const middle = flip(numbers(object.pos));
      const area = { x: middle.x - w / 2, y: middle.y - h / 2, width: w, height: h };
      const text = texts.get(node.id)!;
      return { node, ...area, text: placedText(text, area.x, area.y + h - PADDING - text.height, w, 'middle') };
    }),
    arrows: (found.edges ?? []).map((edge: any): LaidArrow => {
      const i = Number(edge.id);
      const [end, ...points] = edge.pos.split(' ');
      const { x, y } = flip(numbers(edge.lp ?? '0,0'));
      const label = labels[i];
      return {
        edge: graph.edges[i],
        curve: points.map((point: string) => flip(numbers(point))),
        tip: flip(numbers(end.replace('e,', ''))),
        text: placedText(label, x - label.width / 2, y - label.height / 2, label.width, 'middle'),
      };
    }),
  };
}

const numbers = (text: string) => text.split(',').map(Number);

/** The same for Graphviz: no text of a manifest is in it, only sizes. */
function input(graph: Graph, texts: ReadonlyMap<string, BoxText>, labels: readonly BoxText[]): string {
  const nodes = groupBy(graph.nodes, ({ group = '' }) => group);
  const groups = groupBy(graph.groups, ({ parent = '' }) => parent);
  const names = new Map<string, string>([...graph.nodes.map(({ id }, i) => [id, `n${i}`] as const), ...graph.groups.map(({ id }, i) => [id, `cluster${i}`] as const)]);
  const anchors = new Map<string, string>();
  const inside = (group: string): string[] => [
    ...(nodes.get(group) ?? []).map(({ id }) => `${names.get(id)} [${size(texts.get(id)!)}]`),
    ...(groups.get(group) ?? []).flatMap(({ id }) => {
      const boxes = nodes.get(id) ?? [];
      anchors.set(id, boxes.length > 0 ? names.get(boxes[Math.floor(boxes.length / 2)].id)! : `${names.get(id)}empty`);
      return [`subgraph ${names.get(id)} {`, `label=${blank(texts.get(id)!)}`, ...inside(id), ...boxes.length > 0 ? [] : [`${names.get(id)}empty [style=invis, width=0.1, height=0.1]`], '}'];
    }),
  ];
  return [
    'digraph {', 'graph [compound=true, nodesep=0.3, ranksep=0.6, pad=0.1]', 'node [shape=box, fixedsize=true, label=""]', ...inside(''),
    ...graph.edges.map((edge, i) => arrow(edge, i, names, anchors, labels[i])), '}',
  ].join('\n');
}

function arrow({ from, to }: GraphEdge, i: number, names: ReadonlyMap<string, string>, anchors: ReadonlyMap<string, string>, label: BoxText): string {
  const ends = [['ltail', from], ['lhead', to]].filter(([, id]) => anchors.has(id)).map(([side, id]) => `${side}=${names.get(id)}`);
  const attributes = [`id=${i}`, ...label.lines.length > 0 ? [`label=${blank(label)}`] : [], ...ends];
  return `${anchors.get(from) ?? names.get(from)} -> ${anchors.get(to) ?? names.get(to)} [${attributes.join(', ')}]`;
}

function size({ width, height }: BoxText): string {
  return `width=${(width + 2 * PADDING) / INCH}, height=${(height + 2 * PADDING + 6) / INCH}`;
}

/** Room for a text. */
function blank({ width, height }: BoxText): string {
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(width) + 6}" HEIGHT="${Math.ceil(height) + 4}"><TR><TD></TD></TR></TABLE>>`;
}
