import { Finding } from './finding';

/** A finding, and those that say of other objects that the same thing is not there. */
export interface ToldOfMany {
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/** What one declaration would answer is told at the first object that it is said of. */
export function toldOfMany(findings: readonly Finding[]): ToldOfMany[] {
  const told: Array<{ readonly finding: Finding; readonly others: Finding[] }> = [];
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    const known = cause === undefined ? undefined : byCause.get(cause);
    if (known) {
      known.push(finding);
      continue;
    }
    const others: Finding[] = [];
    told.push({ finding, others });
    if (cause !== undefined) { byCause.set(cause, others); }
  }
  return told;
}

function causeOf({ rule, severity, fix, declaration, kubernetesVersions, since }: Finding): string | undefined {
  return declaration && JSON.stringify([rule, severity, fix, declaration, kubernetesVersions, since]);
}
