import { Terminal } from './terminal';
import { printable } from '../reports/printable';

/** Below this nobody waits long enough to wonder. */
const WORTH_SHOWING_BYTES = 5_000_000;
const STEP_MILLISECONDS = 100;

/** One line on standard error that says how far a command is; silent unless somebody watches and there is much to do. */
export class Progress {
  private readonly shown: boolean;
  private last = 0;

  constructor(private readonly terminal: Terminal, bytes: number) {
    this.shown = terminal.watched && bytes >= WORTH_SHOWING_BYTES;
  }

  /** Replaces the line. */
  public say(text: string): void {
    if (!this.shown || Date.now() - this.last < STEP_MILLISECONDS) { return; }
    this.last = Date.now();
    this.terminal.err(`\r\u001b[K${printable(text)}`);
  }

  /** Replaces the line, however short ago the last one was. */
  public announce(text: string): void {
    this.last = 0;
    this.say(text);
  }

  /** Takes the line away. */
  public done(): void {
    if (this.shown) { this.terminal.err('\r\u001b[K'); }
  }
}
