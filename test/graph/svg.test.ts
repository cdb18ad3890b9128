import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Graph } from '../../src/graph/graph';
import { Layout } from '../../src/graph/layout';
import { svg, svgOf } from '../../src/graph/svg';

const HOSTILE = '</text><script>alert("x")</script>&\u0000\ud800\n';

function drawn(name: string, kind = 'Pod'): string {
  const node = { id: name, kind, name, lines: [], missing: true, derived: true };
  const group = { id: 'namespace shop', kind: 'Namespace', name: 'shop', lines: [] };
  const edge = { from: name, to: 'namespace shop', label: name, about: 'data' } as const;
  const line = { text: name, x: 1, y: 12, size: 11, bold: false, width: 50, role: 'name' } as const;
  const graph: Graph = { nodes: [node], groups: [group], edges: [edge] };
  const layout: Layout = {
    width: 100,
    height: 80,
    boxes: [{ node, x: 0, y: 0, width: 60, height: 20, text: [line] }],
    frames: [{ group, x: 0, y: 0, width: 60, height: 20, text: [line] }],
    arrows: [{ edge, curve: [{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3, y: 3 }], tip: { x: 5, y: 5 }, text: [line] }],
  };
  return svgOf(layout, graph);
}

test('boxes, frames and arrows are found by a page', () => {
  const text = drawn('db-0');

  expect(text).toContain('<g id="k-db-0" class="box pod missing derived" data-id="db-0" data-kind="Pod"><title>Pod db-0</title><path ');
  expect(text).toContain('<g id="k-namespace_20_shop" class="frame namespace" data-id="namespace shop" data-kind="Namespace">');
  expect(text).toMatch(/<g id="k-arrow-[0-9a-f]{16}" class="arrow data" data-from="db-0" data-to="namespace shop"><path d="M0 0 C1 1 2 2 3 3"\/>/);
});

test('a screen reader has a title and what the picture shows', () => {
  const root = new XMLParser({ ignoreAttributes: false }).parse(drawn('db-0')).svg;

  expect(root['@_role']).toBe('img');
  expect([root.title['#text'], root.desc['#text']]).toEqual(['0 workloads in shop', 'Pod db-0: db-0: Namespace shop.']);
});

test.each(['Pod', 'Service', 'PersistentVolume', 'Secret'])('%s: text stays text', kind => {
  const text = drawn(HOSTILE, kind);

  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).not.toContain('<script');
  expect(text).not.toMatch(/[\u0000-\u0008]|\ud800(?![\udc00-\udfff])/);
});

test('a text is as wide as it was measured, whatever font the reader has', () => {
  expect(drawn('db-0')).toContain('textLength="50" lengthAdjust="spacingAndGlyphs">db-0</text>');
});

test('an arrow that leads both ways has two heads, and words for both', async () => {
  const nodes = ['a', 'b'].map(name => ({ id: name, kind: 'Pod', name, lines: [] }));
  const edge = { from: 'a', to: 'b', label: '', about: 'requests' } as const;
  const [both, one] = await Promise.all([true, false].map(bothWays => svg({ nodes, groups: [], edges: [{ ...edge, bothWays }] })));

  expect([both, one].map(text => text.match(/<polygon/g)!.length)).toEqual([2, 1]);
  expect([both, one].map(text => />(Pod a:.*)<\/desc>/.exec(text)![1])).toEqual(['Pod a: to and from: Pod b.', 'Pod a: to: Pod b.']);
});

test('no arrow runs through the title of a namespace: it is drawn later', () => {
  const text = drawn('db-0');

  expect(text.indexOf('<g class="title">')).toBeGreaterThan(text.indexOf('class="arrow data"'));
  expect(text.match(/class="frame namespace"[^]*?<\/g>/)![0]).not.toContain('<text');
});

test('what is said of a change stands beside a narrow picture, and above a wide one', async () => {
  const picture = (width: number) => svgOf({ width, height: 300, boxes: [], frames: [], arrows: [] }, { nodes: [], groups: [], edges: [], asides: ['one', 'two', 'three'].map(title => ({ title, lines: ['line'] })) });
  const areas = (text: string) => [...text.matchAll(/class="frame aside"><rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g)].map(found => found.slice(1).map(Number));
  const [x, y, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(picture(1200))!.slice(1).map(Number);

  expect(areas(picture(500)).map(([left]) => left)).toEqual([516, 516, 516]);
  expect(areas(picture(1200)).map(([left]) => left)).toEqual([0, 405.3, 810.7]);
  expect(areas(picture(1200)).filter(([, top, , high]) => top + high > 0 || top < y)).toEqual([]);
  expect([x + width, Math.round(y + height)]).toEqual([1216, 317]);
});

test('above a picture, what is said stands in the column that is shortest', () => {
  const asides = [1, 20, 20, 3].map((lines, i) => ({ title: String(i), lines: Array.from({ length: lines }, () => 'line') }));
  const text = svgOf({ width: 1200, height: 300, boxes: [], frames: [], arrows: [] }, { nodes: [], groups: [], edges: [], asides });
  const areas = [...text.matchAll(/class="frame aside"><rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g)].map(found => found.slice(1).map(Number));

  expect(areas[3][0]).toBe(areas[0][0]);
  expect(Math.round(areas[3][1] - areas[0][1] - areas[0][3])).toBe(16);
});
