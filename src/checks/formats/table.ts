import { Format, FormatTable, FormatUse, FormatUses } from './format';
import { NETWORK_FORMATS } from './network';
import { POD_FORMATS } from './pod';
import { SYSTEM_FORMATS } from './system';
import { VOLUME_FORMATS } from './volume';
import { WORKLOAD_FORMATS } from './workload';

const TABLES: readonly FormatTable[] = [POD_FORMATS, VOLUME_FORMATS, WORKLOAD_FORMATS, NETWORK_FORMATS, SYSTEM_FORMATS];

export type { FormatUse } from './format';

/** What the tables say about a field of a type. */
export function formatsOf(type: string, field: string): FormatUse[] {
  return TABLES.flatMap(table => {
    const fields = Object.hasOwn(table, type) ? table[type] : {};
    return Object.entries(fields).flatMap(([name, uses]) => {
      const [own, below] = name.split('.');
      return own === field ? asUses(uses).map(use => below ? { ...use, below } : use) : [];
    });
  });
}

/** Every format of every table, for the docs. */
export function allFormats(): Format[] {
  return TABLES.flatMap(table => Object.values(table).flatMap(fields => Object.values(fields).flatMap(asUses).map(use => use.format)));
}

function asUses(uses: FormatUses): FormatUse[] {
  const list = Array.isArray(uses) ? uses as readonly (Format | FormatUse)[] : [uses as Format | FormatUse];
  return list.map(use => 'part' in use ? use : { format: use, part: 'value' });
}
