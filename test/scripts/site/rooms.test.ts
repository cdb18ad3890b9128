import { withFlowchartDrawn } from '../../../scripts/site/rooms';

test('a flowchart of arrows is drawn in the colour of the text', async () => {
  const page = await withFlowchartDrawn('before\n\n```mermaid\nflowchart TD\n  cli --> checks\n  checks --> reports\n```\n\nafter\n');

  expect(page).toMatch(/^before\n\n<div class="flowchart"[^\n]*<\/div>\n\nafter\n$/);
  expect([...page.matchAll(/<text [^>]*>([^<]*)</g)].map(match => match[1])).toEqual(['cli', 'checks', 'reports']);
  expect(page).not.toContain('"black"');
});

test('a page without a flowchart stays as it is', async () => {
  expect(await withFlowchartDrawn('# Storage\n')).toBe('# Storage\n');
});
