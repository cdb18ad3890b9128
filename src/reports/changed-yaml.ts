import { Change } from './change';
import { codeBlock, html } from './markdown-text';
import { printable } from './printable';
import { objectInWords } from './report';
import { isRecord } from '../kubernetes/manifest';
import { groupBy } from '../manifest/group-by';

/** Longer values are cut: who reads more reads the files. */
const MOST_LINES = 30;

/** The changed fields of each object as YAML, folded away; an item is a `<details>` of one object. */
export function changedYaml(changes: readonly Change[]): string[] {
  const telling = changes.filter(({ before, after, path }) => path !== '' && (before !== undefined || after !== undefined));
  return [...groupBy(telling, ({ object }) => objectInWords(object))].map(([object, all]) => [
    `<details><summary>YAML of ${html(object)}</summary>`,
    '',
    ...codeBlock([...new Map(all.map(change => [change.path, change])).values()].flatMap(fieldLines), 'diff', ''),
    '',
    '</details>',
    '',
  ].join('\n'));
}

function fieldLines({ path, field = path, before, after }: Change): string[] {
  return [` ${printable(field)}:`, ...valueLines('-', before), ...valueLines('+', after)];
}

function valueLines(sign: string, value: unknown): string[] {
  if (value === undefined) { return []; }
  const lines = yamlLines(value).map(line => `${sign}   ${printable(line)}`);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), `${sign}   # ${lines.length - MOST_LINES} more lines`] : lines;
}

/** Block YAML for eyes: of a collection a line for each leaf, of a text its lines. */
function yamlLines(value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0) { return value.flatMap(item => indented('- ', yamlLines(item))); }
  if (isRecord(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, child]) => {
      const lines = yamlLines(child);
      return typeof child === 'object' && child !== null && !lines[0].startsWith('{') && !lines[0].startsWith('[') || lines.length > 1
        ? [`${key}:`, ...lines.map(line => `  ${line}`)] : [`${key}: ${lines[0]}`];
    });
  }
  return typeof value === 'string' && value !== '' ? value.trimEnd().split('\n') : [JSON.stringify(value)];
}

function indented(lead: string, [first, ...rest]: readonly string[]): string[] {
  return [lead + first, ...rest.map(line => ' '.repeat(lead.length) + line)];
}
