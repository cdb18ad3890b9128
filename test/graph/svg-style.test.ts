import { DARK, LIGHT, Palette, colourRules, styleSheet } from '../../src/graph/svg-style';

function luminance(colour: string): number {
  const parts = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const palettes: [string, Palette][] = [['light', LIGHT], ['dark', DARK]];

test.each(palettes)('%s: text has the contrast of AA on everything that it may stand on', (_, { paper, frame, ink, quiet, boxes, tones }) => {
  const behind = [paper, frame, ...Object.values(boxes).map(([fill]) => fill)];
  const weak = behind.flatMap(colour => [ink, quiet, ...Object.values(tones)].filter(text => contrast(text, colour) < 4.5).map(text => `${text} on ${colour}`));

  expect(weak).toEqual([]);
});

test.each(palettes)('%s: lines and borders have it, too', (_, { paper, frame, frameLine, arrow, boxes }) => {
  const lines = [frameLine, arrow, ...Object.values(boxes).map(([, line]) => line)];
  const weak = [paper, frame].flatMap(colour => lines.filter(line => contrast(line, colour) < 3).map(line => `${line} on ${colour}`));

  expect(weak).toEqual([]);
});

test('each theme alone, or dark where the screen is', () => {
  expect(styleSheet('light')).toContain(LIGHT.ink);
  expect(styleSheet('light')).not.toContain(DARK.ink);
  expect(styleSheet('dark')).not.toContain(LIGHT.ink);
  expect(styleSheet('auto')).toMatch(new RegExp(`${LIGHT.ink}[^@]*@media \\(prefers-color-scheme: dark\\)[^@]*${DARK.ink}`));
});

test('a page has the colours below its own selector', () => {
  expect(colourRules(DARK, '[data-theme=dark] .kube-picture')).toContain('[data-theme=dark] .kube-picture text { fill: #f0f6fc }');
});
