import { schemaType, schemaUnknownField } from './schema/problems';
import { Finding } from '../reports/finding';

const OF_READING: ReadonlySet<string> = new Set([schemaType.id, schemaUnknownField.id]);

/** True of a finding about a field that the server cannot read, or does not know. */
export const isOfReading = ({ rule }: Finding) => OF_READING.has(rule);

/** What is around fields that hold something they cannot hold: what the system makes of the rest is not what was meant. Asked once per object. */
export function misreadIn(found: readonly Finding[]): ReadonlySet<string> {
  return new Set(found.filter(isOfReading).map(({ path }) => path.slice(0, path.lastIndexOf('/'))).filter(path => path.lastIndexOf('/') > 0));
}
