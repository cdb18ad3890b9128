const PAUSE = 100;

/** Asks until the answer is true. */
export async function waitUntil(what: string, seconds: number, ask: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!await ask()) {
    if (Date.now() > end) { throw new Error(`Not within ${seconds} s: ${what}`); }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
}
