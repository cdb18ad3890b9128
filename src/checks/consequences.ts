import { isOfReading } from './misread';
import { schemaRequired } from './schema/problems';
import { Finding } from '../reports/finding';

/** What says of a field that it is not there. Others may say more of it, such as which value it has by default. */
const OF_ABSENCE: ReadonlySet<string> = new Set([schemaRequired.id, 'access-modes', 'object-name', 'service-ports']);

/**
 * The same findings without those that only follow from another one: a field is missing because it stands there under another name, and how to
 * write it is said. Whatever was acknowledged hides nothing, so these are taken away before.
 */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.filter(isOfReading).flatMap(finding =>
    (finding.meant ?? []).map(field => placeOf(finding, `${finding.path.slice(0, finding.path.lastIndexOf('/'))}/${field}`))));
  return findings.filter(finding => !OF_ABSENCE.has(finding.rule) || !told.has(placeOf(finding, finding.path)))
    .map(({ meant, ...finding }) => finding);
}

function placeOf({ object, place: { file, document, manifest } = {}, kubernetesVersions }: Finding, path: string): string {
  return JSON.stringify([object, file, document, typeof manifest === 'number' ? manifest : undefined, kubernetesVersions, path]);
}
