import { Browser, Page } from 'playwright-core';
import { violations } from './axe';
import { CHROMIUM, launched } from './chromium';
import { IS_BUILT, useSite } from './site';
import { needs } from '../support/needs';

const SCREENS = [
  ['/', 390, 'dark'],
  ['/', 1440, 'light'],
  ['/getting-started.html', 1440, 'light'],
  ['/rules/missing-secret.html', 390, 'dark'],
  ['/examples/', 1440, 'dark'],
  ['/api/storage.html', 390, 'light'],
] as const;

needs(CHROMIUM !== undefined && IS_BUILT, "no Chromium ('scripts/install-chromium.sh'), or no site ('npm run docs')").describe('the site of the documentation', () => {
  const address = useSite();
  let browser: Browser;
  beforeAll(async () => { browser = await launched(); });
  afterAll(() => browser?.close());

  const open = async (path: string, width: number, colorScheme: 'dark' | 'light'): Promise<{ readonly page: Page; readonly complaints: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => complaints.push(message.text()));
    page.on('request', request => { if (!request.url().startsWith(address()) && !request.url().startsWith('data:')) { complaints.push(request.url()); } });
    await page.goto(`${address()}${path}`, { waitUntil: 'networkidle' });
    return { page, complaints };
  };

  test.each(SCREENS)('axe-core finds nothing wrong with %s, %s pixels wide, %s', async (path, width, scheme) => {
    const { page, complaints } = await open(path, width, scheme);

    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    // Wide tables and code scroll in their own boxes.
    expect(await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBe(width);
  });

  test('the search finds a rule by a word of its explanation', async () => {
    const { page, complaints } = await open('/', 1440, 'light');

    await page.keyboard.press('Control+k');
    // Its code is loaded only now.
    await page.locator('.VPLocalSearchBox input').waitFor();
    await page.keyboard.type('missing-secret');
    // While one types, others stand there.
    await page.locator('.VPLocalSearchBox li:first-child a[href*="/rules/missing-secret.html"]').waitFor({ timeout: 20_000 });

    expect(complaints).toEqual([]);
  });
});
