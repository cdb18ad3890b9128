import * as axe from 'axe-core';
import { Page } from 'playwright-core';

/** What axe-core has to say against a page. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as any).axe.run());
  return results.violations.map(({ id, nodes }: axe.Result) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
