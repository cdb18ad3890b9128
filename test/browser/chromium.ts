import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Browser, chromium, Page } from 'playwright-core';

const PROGRAMS = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser on this machine; none is downloaded. */
export const CHROMIUM = PROGRAMS.find(program => program !== '' && existsSync(program));

export interface Opened {
  readonly page: Page;
  /** What went wrong: messages on the console, errors, and requests for anything but the page itself. */
  readonly complaints: string[];
}

export interface Screen {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** For thumbs, as a phone's. */
  readonly touch?: boolean;
  /** What stands behind `#`. */
  readonly view?: string;
}

/** A browser for the tests of a file. */
export function launched(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A browser, and a folder with one page, for the tests of a file. */
export function useBrowser(html: () => Promise<string>) {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    writeFileSync(join(folder, 'a.html'), await html());
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async ({ width = 1440, height = 900, dark = false, touch = false, view = '' }: Screen = {}): Promise<Opened> => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', hasTouch: touch, isMobile: touch });
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('request', request => {
      if (!request.url().startsWith(`file://${folder}/a.html`) && request.url() !== 'data:,') { complaints.push(request.url()); }
    });
    await page.goto(`file://${folder}/a.html${view}`);
    return { page, complaints };
  };
}
