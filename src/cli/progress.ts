import { Terminal } from './terminal';
import { printable } from '../reports/printable';

/** What takes longer than about a second. Below this nobody waits long enough to wonder. */
const WORTH_SHOWING_BYTES = 5_000_000;
const WORTH_SHOWING_DOCUMENTS = 2_000;
const PATIENCE_MILLISECONDS = 1_000;
const STEP_MILLISECONDS = 100;

/** One line on standard error that says how far a command is; silent unless somebody watches, and it takes long or there is much to do. */
export class Progress {
  private readonly begin = Date.now();
  private last = 0;
  private isOnScreen = false;

  constructor(private readonly terminal: Terminal, private readonly bytes = 0) {}

  /** Replaces the line. */
  public say(text: string): void {
    if (!this.isShown || Date.now() - this.last < STEP_MILLISECONDS) { return; }
    this.last = Date.now();
    this.isOnScreen = true;
    this.terminal.err(`\r\u001b[K${printable(text)}`);
  }

  /** Replaces the line, however short ago the last one was. */
  public announce(text: string): void {
    this.last = 0;
    this.say(text);
  }

  /** Takes the line away. */
  public done(): void {
    if (this.isOnScreen) { this.terminal.err('\r\u001b[K'); }
    this.isOnScreen = false;
  }

  private get isShown(): boolean {
    return this.terminal.watched && (this.bytes >= WORTH_SHOWING_BYTES || Date.now() - this.begin >= PATIENCE_MILLISECONDS);
  }
}

/** Says what is done with documents while it is done, if there are so many that somebody waits. */
export function whileWatched<T>(terminal: Terminal, documents: number, text: string, work: () => T): T {
  const isLong = terminal.watched && documents >= WORTH_SHOWING_DOCUMENTS;
  if (isLong) { terminal.err(`\r\u001b[K${printable(text)}`); }
  try {
    return work();
  } finally {
    if (isLong) { terminal.err('\r\u001b[K'); }
  }
}
