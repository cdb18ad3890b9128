/** A text in quotes, a bracket that opens, or one that closes. */
const PART = /"(?:[^"\\]|\\.)*"|[{[]|[}\]]/gs;

/** Where the JSON object ends that begins here; undefined if there is none, or it does not end. */
export function endOfJson(content: string, start: number): number | undefined {
  if (content[start] !== '{') { return undefined; }
  let depth = 0;
  PART.lastIndex = start;
  for (let match = PART.exec(content); match; match = PART.exec(content)) {
    const [part] = match;
    if (part === '{' || part === '[') { depth += 1; }
    if (part === '}' || part === ']') { depth -= 1; }
    if (depth === 0) { return PART.lastIndex; }
  }
  return undefined;
}
