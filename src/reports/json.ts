import { Diff } from './change';
import { ReportedClusters } from './clusters';
import { fixInWords } from './declaration';
import { MigrationPlan, PlanStep } from './plan';
import { printableJson } from './printable';
import { Report, countBySeverity, urlOf } from './report';

/** One JSON document of a stable shape, for programs; see docs/checker.md. */
export function renderJson({ files, objects, kubernetesVersions, clusters, findings, acknowledged, rules }: Report): string {
  const counts = countBySeverity(findings);
  return printableJson(JSON.stringify({
    kubernetesVersions,
    ...clustersOf(clusters),
    findings: findings.map(({ rule, severity, object, path, message, kubernetesVersions: onThese, clusters: inThese, since, place, ...finding }) => ({
      rule,
      severity,
      object,
      path,
      message,
      fix: fixInWords(finding),
      kubernetesVersions: onThese,
      clusters: inThese,
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
export function changesAsJson({ changes, kubernetesVersions, clusters, summary }: Diff, plans?: readonly MigrationPlan[]): string {
  return printableJson(JSON.stringify({ kubernetesVersions, ...clustersOf(clusters), changes, summary, ...plans && { plans: plans.map(numbered) } }, undefined, 2)) + '\n';
}

function clustersOf(clusters: ReportedClusters | undefined) {
  return clusters && { clusters: clusters.all, clustersBy: clusters.by };
}

function numbered(plan: MigrationPlan) {
  const steps = (list: readonly PlanStep[]) => list.map((step, index) => ({ number: index + 1, ...step }));
  return { ...plan, steps: steps(plan.steps), wayBack: steps(plan.wayBack), afterwards: steps(plan.afterwards) };
}
