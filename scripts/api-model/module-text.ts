/** A TypeScript file with texts, and a header that says what they were made of. */
export function moduleText(versions: readonly string[], constants: Readonly<Record<string, string>>): string {
  const texts = Object.entries(constants).map(([name, text]) => `export const ${name} = \`${checked(text)}\`;\n`);
  return `${headerOf(versions)}${texts.join('\n')}`;
}

/** Says which versions a generated file was made of. */
export function headerOf(versions: readonly string[]): string {
  return `/** Written by scripts/api-model, of the Go modules k8s.io/kubernetes ${versions.map(version => `v${version}`).join(', ')}. */\n`;
}

function checked(text: string): string {
  if (/[`\\]|\$\{|[^\t\n\x20-\x7e]/.test(text)) { throw new Error('the text cannot stand in a template literal'); }
  return text;
}
