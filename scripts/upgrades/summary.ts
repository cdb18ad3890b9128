import { Comparison, QUESTIONS } from './compare';

/** A row of the table in docs/conformance.md: how often the answer was yes, and how often upgrade-check said the same. */
export function summaryOf(all: readonly Comparison[], from: string, to: string): string {
  const differing = all.filter(({ server, tool }) => server !== tool);
  const cells = QUESTIONS.map(question => String(all.filter(one => one.question === question && one.server !== '').length));
  const known = differing.filter(one => one.known !== undefined).length;
  return `| ${[`${from} to ${to}`, new Set(all.map(({ given }) => given)).size, all.length, ...cells, differing.length - known, known].join(' | ')} |`;
}
