import { DEVICE_FORMATS } from './devices';
import { FormatTable, FormatUse, FormatUses } from './format';
import { NETWORK_FORMATS } from './network';
import { POD_FORMATS } from './pod';
import { SYSTEM_FORMATS } from './system';
import { VOLUME_FORMATS } from './volume';
import { WORKLOAD_FORMATS } from './workload';
import { Format, inVersion } from '../../kubernetes/formats/format';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { oncePerKey } from '../../kubernetes/once';

const TABLES: readonly FormatTable[] = [POD_FORMATS, VOLUME_FORMATS, WORKLOAD_FORMATS, NETWORK_FORMATS, SYSTEM_FORMATS, DEVICE_FORMATS];

export type { FormatUse } from './format';

/** What the tables say about the fields of a type, by field. */
export const formatsOf = oncePerKey((type: string): ReadonlyMap<string, readonly FormatUse[]> => {
  const byField = new Map<string, FormatUse[]>();
  for (const table of TABLES.filter(candidate => Object.hasOwn(candidate, type))) {
    for (const [name, uses] of Object.entries(table[type])) {
      const [field, below] = name.split('.');
      byField.set(field, [...byField.get(field) ?? [], ...asUses(uses).map(use => below ? { ...use, below } : use)]);
    }
  }
  return byField;
});

/** The same with the formats as a version of Kubernetes has them. */
export const formatsIn = oncePerKey((version: KubernetesVersion) => oncePerKey((type: string): ReadonlyMap<string, readonly FormatUse[]> =>
  new Map([...formatsOf(type)].map(([field, uses]) => [field, uses.map(use => ({ ...use, format: inVersion(use.format, version) }))]))));

/** What a field must be from a version on. */
export interface FormatChange {
  /** Its type and name: `ServiceSpec.externalIPs`. */
  readonly field: string;
  readonly mustBe: string;
}

/** The fields that are checked otherwise from this version on, for the docs. */
export function formatChanges(version: string): FormatChange[] {
  return TABLES.flatMap(table => Object.entries(table).flatMap(([type, fields]) => Object.entries(fields).flatMap(([name, uses]) => asUses(uses)
    .flatMap(({ format: { mustBe, later = [] } }) => later.filter(({ since }) => since === version).map(change => ({ field: `${type}.${name}`, mustBe: change.mustBe ?? mustBe }))))));
}

function asUses(uses: FormatUses): FormatUse[] {
  const list = Array.isArray(uses) ? uses as readonly (Format | FormatUse)[] : [uses as Format | FormatUse];
  return list.map(use => 'part' in use ? use : { format: use, part: 'value' });
}
