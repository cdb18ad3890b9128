import { pageAssets } from '../../src/graph/page-assets';

const { script, style } = pageAssets();

test('the script is one that a page can hold', () => {
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(script).not.toMatch(/\b(?:fetch|XMLHttpRequest|WebSocket|innerHTML|eval)\b/);
});

test('the style fetches nothing', () => {
  expect(style).toContain('@media print');
  expect(style).not.toMatch(/url\(|@import|<\/style/i);
});
