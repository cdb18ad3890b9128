import { fixInWords } from './declaration';
import { Report, countBySeverity, urlOf } from './report';

/** One JSON document of a stable shape, for programs; see docs/checker.md. */
export function renderJson({ files, objects, findings, acknowledged }: Report): string {
  const counts = countBySeverity(findings);
  return JSON.stringify({
    findings: findings.map(({ id, severity, file, document, line, object, path, message, ...finding }) => ({
      id, severity, file, document, line, object, path, message, fix: fixInWords(finding), url: urlOf(id),
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
