import { Diff } from './change';
import { fixInWords } from './declaration';
import { MigrationPlan, PlanStep } from './plan';
import { printableJson } from './printable';
import { Report, countBySeverity, urlOf } from './report';

/** One JSON document of a stable shape, for programs; see docs/checker.md. */
export function renderJson({ files, objects, kubernetesVersions, findings, acknowledged, rules }: Report): string {
  const counts = countBySeverity(findings);
  return printableJson(JSON.stringify({
    kubernetesVersions,
    findings: findings.map(({ rule, severity, object, path, message, kubernetesVersions: onTheseOnly, since, place, ...finding }) => ({
      rule,
      severity,
      object,
      path,
      message,
      fix: fixInWords(finding),
      kubernetesVersions: onTheseOnly,
      since,
      place,
      url: rules.get(rule)?.url ?? urlOf(rule),
    })),
    summary: {
      files: files.length,
      objects,
      findings: findings.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      acknowledged,
    },
  }, undefined, 2)) + '\n';
}

/** The same of changes; see docs/diff.md. Plans are there only if they were asked for. */
export function changesAsJson({ changes, kubernetesVersions, summary }: Diff, plans?: readonly MigrationPlan[]): string {
  return printableJson(JSON.stringify({ kubernetesVersions, changes, summary, ...plans && { plans: plans.map(numbered) } }, undefined, 2)) + '\n';
}

function numbered(plan: MigrationPlan) {
  const steps = (list: readonly PlanStep[]) => list.map((step, index) => ({ number: index + 1, ...step }));
  return { ...plan, steps: steps(plan.steps), wayBack: steps(plan.wayBack), afterwards: steps(plan.afterwards) };
}
