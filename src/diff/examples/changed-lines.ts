/** One text and what became of it, as lines that begin with `-`, `+` or a blank. */
export function changedLines(before: string, after: string): string[] {
  const [old, next] = [before, after].map(text => text.trimEnd().split('\n'));
  const common = longestCommon(old, next);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      lines.push(`  ${old[i++]}`);
      j++;
    } else if (i < old.length && (j === next.length || common[i + 1][j] >= common[i][j + 1])) {
      lines.push(`- ${old[i++]}`);
    } else {
      lines.push(`+ ${next[j++]}`);
    }
  }
  return lines;
}

/** How many lines both have in common from two positions on. */
function longestCommon(old: readonly string[], next: readonly string[]): number[][] {
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      common[i][j] = old[i] === next[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}
