/** A TypeScript file with a text, and a header that says what it was made of. */
export function moduleText(versions: readonly string[], constant: string, text: string): string {
  return `${headerOf(versions)}export const ${constant}: string = \`${checked(text)}\`;\n`;
}

/** The versions themselves, oldest first. */
export function versionsText(versions: readonly string[]): string {
  return `${headerOf(versions)}export const VERSIONS: readonly string[] = [${versions.map(version => `'${version}'`).join(', ')}];\n`;
}

/** Says which versions a generated file was made of. */
export function headerOf(versions: readonly string[]): string {
  return `/** Written by scripts/api-model, of the Go modules k8s.io/kubernetes ${versions.map(version => `v${version}`).join(', ')}. */\n`;
}

function checked(text: string): string {
  if (/[`\\]|\$\{|[^\t\n\x20-\x7e]/.test(text)) { throw new Error('the text cannot stand in a template literal'); }
  return text;
}
