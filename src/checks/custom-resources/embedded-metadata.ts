import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { PATH_SEGMENT } from '../../kubernetes/formats/other-names';
import { isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { show } from '../../reports/show';

/** What is wrong with a field of the metadata. */
interface Fault {
  /** From the metadata on: `/name`. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

const OPERATIONS = ['Apply', 'Update'];
const FIELDS_TYPE = 'FieldsV1';

/** What the server asks of the metadata of an object within an object, besides its types. What it leaves out is not asked for. */
export function embeddedMetadataFaults(metadata: unknown): Fault[] {
  const { name, generateName, namespace, generation, managedFields } = recordOf(metadata);
  const faults: Fault[] = [];
  const wrong = (path: string, value: unknown, mustBe: string) =>
    faults.push({ path, message: `${show(value)}, but it must be ${mustBe}`, fix: `write ${mustBe}` });
  if (isText(name) && !PATH_SEGMENT.fits(name)) { wrong('/name', name, PATH_SEGMENT.mustBe); }
  // Something is appended, so it may be a dot.
  if (isText(generateName) && !PATH_SEGMENT.fits(`${generateName}a`)) { wrong('/generateName', generateName, PATH_SEGMENT.mustBe); }
  if (isText(namespace) && !DNS_LABEL.fits(namespace)) { wrong('/namespace', namespace, DNS_LABEL.mustBe); }
  if (typeof generation === 'number' && generation < 0) { wrong('/generation', generation, '0 or more'); }
  listOf(managedFields).forEach((entry, index) => {
    // The server reads null as an entry without fields.
    if (entry !== null && !isRecord(entry)) { return; }
    const { operation, fieldsType } = recordOf(entry);
    if (!OPERATIONS.includes(operation)) { wrong(`/managedFields/${index}/operation`, operation ?? '', OPERATIONS.join(' or ')); }
    if (isText(fieldsType) && fieldsType !== FIELDS_TYPE) { wrong(`/managedFields/${index}/fieldsType`, fieldsType, FIELDS_TYPE); }
  });
  return faults;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
