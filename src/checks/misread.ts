import { schemaType, schemaUnknownField } from './schema/problems';
import { Finding } from '../reports/finding';

const OF_READING: ReadonlySet<string> = new Set([schemaType.id, schemaUnknownField.id]);

/** True of a finding about a field that the server cannot read, or does not know. */
export const isOfReading = ({ rule }: Finding) => OF_READING.has(rule);

/** True where a field holds something that it cannot hold: what the system makes of the rest is not what was meant. */
export function isMisread(path: string, found: readonly Finding[]): boolean {
  return path.lastIndexOf('/') > 0 && found.some(finding => isOfReading(finding) && finding.path.slice(0, finding.path.lastIndexOf('/')) === path);
}
