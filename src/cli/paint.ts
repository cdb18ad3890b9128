import * as util from 'util';
import { Paint } from '../reports/text';

/** Colours for a terminal; plain text where colours are not wanted, or where Node is older than 20.12. */
export function paintFor(terminal: { readonly colours: boolean }): Paint {
  // Whether there may be colours is decided by the terminal, for all commands alike.
  return terminal.colours && typeof util.styleText === 'function'
    ? (style, text) => util.styleText(style, text, { validateStream: false })
    : (_style, text) => text;
}
