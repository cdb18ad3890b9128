import { fixInWords } from './declaration';
import { Report, countBySeverity, urlOf } from './report';

/** One JSON document of a stable shape, for programs; see docs/checker.md. */
export function renderJson({ files, objects, findings, acknowledged }: Report): string {
  const counts = countBySeverity(findings);
  return JSON.stringify({
    findings: findings.map(({ rule, severity, object, path, message, place, ...finding }) => ({
      rule, severity, object, path, message, fix: fixInWords(finding), place, url: urlOf(rule),
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
  }, undefined, 2) + '\n';
}
