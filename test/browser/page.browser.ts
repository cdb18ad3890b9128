import { Page } from 'playwright-core';
import { violations } from './axe';
import { CHROMIUM, Screen, useBrowser } from './chromium';
import { Graph } from '../../src/graph/graph';
import { html } from '../../src/graph/html';
import { graphOf, set } from '../graph/support';
import { needs } from '../support/needs';

const HOSTILE = '</script><script>document.title = "broken"</script><img src="http://example.com/x" onerror="document.title=1">';

/** Two databases, one of them with a finding, and a ConfigMap that would break out. */
function system(): Graph {
  const reader = { pod: 'volumes: [{name: conf, configMap: {name: conf}}]' };
  const graph = graphOf([set('db', 3, reader), set('cache', 1), `
apiVersion: v1
kind: ConfigMap
metadata: {name: conf, namespace: shop, annotations: {note: ${JSON.stringify(HOSTILE)}}}
data: {page.html: ${JSON.stringify(HOSTILE)}}
`].join('---'));
  const groups = graph.groups.map(group => group.name === 'db' ? { ...group, marks: [{ tone: 'danger' as const, words: '1 error' }] } : group);
  return { ...graph, groups, asides: [{ title: 'The plan', lines: ['1. look at it'] }] };
}

const chosen = (page: Page) => page.locator('#panel h2 .name').textContent();

/** True if the veil lies over the middle of a box. */
function isPale(page: Page, name: string, kind = 'Pod'): Promise<boolean> {
  return page.locator(`#pane [data-kind=${kind}]`, { hasText: name }).locator('path').first().evaluate((outline: any) => {
    const { x, y, width, height } = outline.getBBox();
    const veil = outline.ownerDocument.querySelector('.veil path');
    return veil.isPointInFill(Object.assign(veil.ownerSVGElement.createSVGPoint(), { x: x + width / 2, y: y + height / 2 }));
  });
}

/** How large the picture is drawn. */
function zoomOf(page: Page): Promise<number> {
  return page.locator('#pane .kube-picture').evaluate((picture: any) => picture.getBoundingClientRect().width / picture.viewBox.baseVal.width);
}

const found = (page: Page) => page.locator('#panel .found .name').allTextContents();

needs(CHROMIUM !== undefined, "no Chromium: 'scripts/install-chromium.sh', or name it in CHROMIUM").describe('the page', () => {
  const open = useBrowser(() => html(system()));

  test('a search lists what is found while one types, and makes the rest pale', async () => {
    const { page } = await open();

    await page.keyboard.press('/');
    await page.keyboard.type('cache-0');

    expect((await found(page)).slice(0, 2)).toEqual(['cache-0', 'data-cache-0']);
    expect([await isPale(page, 'cache-0'), await isPale(page, 'db-0')]).toEqual([false, true]);
  });

  test('what is chosen among other things than those found is not pale', async () => {
    const { page } = await open({ view: '#text=cache-0&chosen=Service%2Fshop%2Fdb' });

    expect([await isPale(page, 'db', 'Service'), await isPale(page, 'db-0')]).toEqual([false, true]);
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(await isPale(page, 'db-0')).toBe(false);
  });

  test('a letter of a search changes two elements of the picture, however many it finds', async () => {
    const { page } = await open();
    await page.evaluate(`
      globalThis.changed = new Set();
      new MutationObserver(all => all.forEach(({ target }) => changed.add(target))).observe(document.getElementById('pane'), { subtree: true, attributes: true, childList: true });
    `);

    await page.keyboard.press('/');
    await page.keyboard.type('cache-0');

    expect(await page.evaluate('[...changed].map(({ tagName }) => tagName)')).toEqual(['svg', 'path']);
  });

  test('the button that shows everything keeps its place, and nobody reaches it while it does nothing', async () => {
    const { page } = await open();
    const button = page.getByRole('button', { name: 'Show everything', includeHidden: true });

    const before = [await button.isVisible(), await page.locator('#panel').boundingBox()];
    await page.keyboard.press('/');
    await page.keyboard.type('c');

    expect([before[0], await button.isVisible()]).toEqual([false, true]);
    expect(await page.locator('#panel').boundingBox()).toEqual(before[1]);
  });

  test('filters show less: a kind, a namespace, and a system with its own picture', async () => {
    const { page } = await open();

    await page.getByLabel('Kind').selectOption('Service');
    const services = await found(page);
    await page.getByLabel('System').selectOption({ label: 'cache (StatefulSet)' });

    expect(services).toEqual(['db', 'cache']);
    expect(await found(page)).toEqual(['cache']);
    expect(await page.locator('#pane text', { hasText: 'db-0' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show everything' }).click();
    expect(await page.locator('#pane text', { hasText: 'db-0' }).count()).toBeGreaterThan(0);
  });

  test('a click shows all about a box, and its neighbours are links', async () => {
    const { page } = await open();

    await page.locator('#pane [data-kind=Pod]', { hasText: 'db-1' }).first().click();
    const pod = await chosen(page);
    await page.locator('#panel .item', { hasText: 'data-db-1' }).click();

    expect([pod, await chosen(page)]).toEqual(['db-1', 'data-db-1']);
    expect(await page.locator('#panel pre').textContent()).toContain('volumeClaimTemplates:');
    expect(await page.locator('#pane .chosen').getAttribute('data-kind')).toBe('PersistentVolumeClaim');
    await page.goBack();
    expect(await chosen(page)).toBe('db-1');
  });

  test('all of it by keyboard', async () => {
    const { page } = await open();

    await page.keyboard.press('/');
    await page.keyboard.type('conf');
    await page.locator('#panel .item').first().focus();
    await page.keyboard.press('Enter');
    const name = await chosen(page);
    const focused = await page.evaluate(() => (globalThis as any).document.activeElement.tagName);
    await page.keyboard.press('Escape');

    expect([name, focused]).toEqual(['conf', 'H2']);
    expect(await found(page)).toContain('conf');
    await page.locator('#pane').focus();
    const widthOf = () => page.locator('#pane .kube-picture').evaluate(picture => picture.getBoundingClientRect().width);
    const before = await widthOf();
    await page.keyboard.press('+');
    expect(await widthOf()).toBeGreaterThan(before);
  });

  const PHONES = [[360, 640], [390, 844], [412, 915]].map(([width, height]): Screen => ({ width, height, touch: true }));

  test('the picture is larger on a wall', async () => {
    const { page } = await open({ width: 3840, height: 2160 });

    expect(await zoomOf(page)).toBeGreaterThan(1.5);
  });

  test.each(PHONES)('on a phone the picture has the width of the screen, and nothing but its parts is scrolled: %j', async screen => {
    const { page } = await open(screen);

    const [wide, high] = await page.evaluate(() => {
      const { documentElement } = (globalThis as any).document;
      return [documentElement.scrollWidth, documentElement.scrollHeight];
    });

    expect([wide, high]).toEqual([screen.width, screen.height]);
    expect(await page.locator('#pane').evaluate((pane: any) => pane.scrollWidth)).toBe(screen.width);
  });

  test.each(PHONES)('a tap on a box makes it large enough to be read, and shows it above all about it: %j', async screen => {
    const { page } = await open(screen);
    const box = page.locator('#pane [data-kind=Pod]', { hasText: 'db-1' }).first();

    const before = await zoomOf(page);
    await box.tap();

    expect(before).toBeLessThan(0.7);
    expect(await zoomOf(page)).toBeGreaterThanOrEqual(0.7);
    const [top, bottom] = await box.evaluate((one: any) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]);
    const pane = (await page.locator('#pane').boundingBox())!;
    expect(top).toBeGreaterThanOrEqual(pane.y);
    expect(bottom).toBeLessThanOrEqual(pane.y + pane.height);
    expect(await chosen(page)).toBe('db-1');
    expect((await page.locator('#panel h2').boundingBox())!.y).toBeLessThan(screen.height! - 60);
  });

  test.each(PHONES)('what a thumb must hit is large enough, and what is found stands in the upper half: %j', async screen => {
    const { page } = await open(screen);

    await page.getByLabel('Search').tap();
    await page.keyboard.type('cache-0');

    const sizes = await page.evaluate(() => [...(globalThis as any).document.querySelectorAll('button, select, input')]
      .filter(({ offsetParent }) => offsetParent)
      .map(one => one.getBoundingClientRect())
      .map(({ width, height }) => Math.min(width, height)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    expect((await page.locator('#panel .item').first().boundingBox())!.y).toBeLessThan(screen.height! * 0.6);
    expect(await page.locator('#panel > *').first().getAttribute('class')).toBe('found');
  });

  test('findings and the plan are there in words', async () => {
    const { page } = await open();

    expect(await page.locator('#panel .aside').textContent()).toBe('The plan1. look at it');
    expect(await page.locator('#panel .item', { hasText: '1 error' }).textContent()).toContain('StatefulSet db');
  });

  test('dark where the screen is, and by the button', async () => {
    const { page } = await open({ dark: true });
    const paper = () => page.locator('#pane .paper').evaluate(rectangle => (globalThis as any).getComputedStyle(rectangle).fill);

    const dark = await paper();
    await page.getByRole('button', { name: 'Dark or light' }).click();

    expect([dark, await paper()]).toEqual(['rgb(13, 17, 23)', 'rgb(255, 255, 255)']);
  });

  test('paper is light, and has the picture and what is chosen without buttons', async () => {
    const { page } = await open({ dark: true, view: '#chosen=StatefulSet.apps%2Fshop%2Fdb' });

    await page.emulateMedia({ media: 'print' });

    expect(await page.locator('#pane .paper').evaluate(rectangle => (globalThis as any).getComputedStyle(rectangle).fill)).toBe('rgb(255, 255, 255)');
    expect(await page.getByLabel('Search').isVisible()).toBe(false);
    expect(await page.locator('#panel pre').isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(5000);
  });

  test('what would break out stays text, and nothing is fetched', async () => {
    const { page, complaints } = await open();

    await page.getByLabel('Search').fill('onerror');
    await page.locator('#panel .item', { hasText: 'conf' }).first().click();

    expect(await page.locator('#panel pre').textContent()).toContain('<img src="http://example.com/x"');
    expect(await page.title()).toBe('2 workloads on Kubernetes');
    expect(complaints).toEqual([]);
  });

  test.each<Screen>([{ width: 390 }, { width: 390, touch: true }, { width: 1440 }, { width: 2560 }, { width: 3840 }, { width: 1440, dark: true }])('no barriers, nothing cut, no complaints: %j', async screen => {
    const { page, complaints } = await open(screen);

    const list = await violations(page);
    await page.locator('#panel .item', { hasText: 'conf' }).first().click();

    expect([...list, ...await violations(page)]).toEqual([]);
    expect(await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBe(screen.width);
    expect(complaints).toEqual([]);
  });
});
