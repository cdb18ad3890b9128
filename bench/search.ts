/**
 * `npm run bench:search`: how long a letter of a search takes in the page of 1,000 workloads, in a real browser: from the key press until the
 * answer is painted, as the browser's Event Timing says it (in steps of 8 ms), with what the page's main thread computed for it. Fails where the
 * median is more than 100 ms. Needs Chromium (`scripts/install-chromium.sh`).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CDPSession, Page } from 'playwright-core';
import { systemOf } from './systems';
import { html } from '../src/graph/html';
import { systemGraph } from '../src/graph/system-graph';
import { launched } from '../test/browser/chromium';

const WORKLOADS = 1000;
const RUNS = 20;
const BOUND = 100;

/** The last letter of each is measured: 1, 2, 3 and 6 letters that find everything, many, few and nothing. */
const TEXTS = ['a', '7', 'z', 'ap', '77', 'zz', 'app', '777', 'zzz', 'databa', 'app-77', 'zzzzzz'];

/** Milliseconds until everything is quiet again. */
const QUIET = 300;

/** Keeps how long each key press took until the next picture on the screen; none is shorter than 16 ms. */
const OBSERVER = `
  globalThis.durations = [];
  new PerformanceObserver(list => durations.push(...list.getEntries().filter(({ name }) => /^key|^input$/.test(name)).map(({ duration }) => duration)))
    .observe({ type: 'event', durationThreshold: 16 });
`;

interface Run {
  readonly painted: number;
  readonly computed: number;
}

async function run(page: Page, session: CDPSession, text: string): Promise<Run> {
  const computed = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  await page.locator('#search').fill(text.slice(0, -1));
  await page.waitForTimeout(QUIET);
  await page.evaluate('durations.length = 0');
  const before = await computed();
  await page.keyboard.press(text.slice(-1));
  await page.waitForTimeout(QUIET);
  const after = await computed();
  const durations = await page.evaluate('durations') as number[];
  return { painted: Math.max(16, ...durations), computed: after - before };
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function measured(page: Page, session: CDPSession, text: string): Promise<void> {
  const runs: Run[] = [];
  for (let i = 0; i < RUNS; i++) { runs.push(await run(page, session, text)); }
  const found = await page.locator('#status').textContent();
  const said = (values: readonly number[]) => `${medianOf(values).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms`;
  const passes = medianOf(runs.map(({ painted }) => painted)) <= BOUND;
  console.log(`${passes ? 'ok  ' : 'FAIL'} '${text}' (${found}): painted after ${said(runs.map(one => one.painted))}; computed ${said(runs.map(one => one.computed))}`);
  if (!passes) { process.exitCode = 1; }
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const browser = await launched();
  try {
    writeFileSync(join(folder, 'page.html'), await html(systemGraph(systemOf(WORKLOADS), {})));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${folder}/page.html`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(OBSERVER);
    await page.keyboard.press('/');
    for (const text of TEXTS) { await measured(page, session, text); }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
