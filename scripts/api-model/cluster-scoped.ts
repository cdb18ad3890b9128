/** The kinds without a namespace, as `group/Kind`, out of the lines of all kinds: so little that constructs may load it. */
export function clusterScopedText(kinds: string): string {
  const found = kinds.trim().split('\n').map(line => line.split('\t')).filter(([, ...entries]) => entries.every(entry => /;(object|request);cluster\b/.test(entry)));
  const names = found.map(([name]) => name.split('/')).map(parts => `${parts.length > 2 ? parts[0] : ''}/${parts.at(-1)!}`);
  return `\n${[...new Set(names)].sort().join('\n')}\n`;
}
