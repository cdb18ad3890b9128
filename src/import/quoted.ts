/** What an editor, a terminal or a reader would not see as it is: controls, line ends of other kinds, what turns the reading direction around, halves of characters. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text of several lines that is longer is written line by line. */
const SHORT = 40;

/** A text as TypeScript: in single quotes, or line by line in backticks. */
export function quoted(text: string): string {
  const lineEnd = text.indexOf('\n');
  return text.length > SHORT && lineEnd >= 0 && lineEnd < text.length - 1 ? inBackticks(text) : inQuotes(text);
}

function inQuotes(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`).replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `${mark}${escaped.replace(UNSEEN, unicode)}${mark}`;
}

/** A carriage return would be read as another line end, and blanks at the end of a line are taken away by editors. */
function inBackticks(text: string): string {
  const escaped = text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(/\r/g, '\\r').replace(/ (?=\n|$)/g, '\\x20').replace(/\t(?=\n|$)/g, '\\t');
  return `\`${escaped.replace(UNSEEN, unicode)}\``;
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A key of an object literal. */
export function keyOf(key: string): string {
  // `__proto__: {}` would set the prototype.
  if (key === '__proto__') { return "['__proto__']"; }
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : inQuotes(key);
}
