import { crdExample } from './examples';
import { Broken, Rule, forRecords, forRepeated, isText } from './rule';
import { fieldAt } from './schema-path';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const definition = (path: string) => crdExample('widgets.example.com', '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ' +
  `{type: object, properties: {spec: {type: object, properties: {color: {type: string}}}}}}, selectableFields: [{jsonPath: ${path}}]}`);

export const selectableField: Rule = {
  id: 'crd-selectable-field',
  why: 'clients can ask for objects by some of their fields: texts, whole numbers and booleans that the schema knows',
  severity: 'error',
  since: '1.31',
  fix: 'write at most 8 paths such as .spec.color, each once, to fields of the type string, integer or boolean',
  bad: definition('.spec.colour'),
  good: definition('.spec.color'),
};

const MOST_FIELDS = 8;
const TYPES: ReadonlySet<unknown> = new Set(['string', 'boolean', 'integer']);

/** The fields by which objects of a version can be selected. */
export function checkSelectableFields({ selectableFields, schema }: Record<string, any>, at: string, broken: Broken) {
  const root = recordOf(recordOf(schema).openAPIV3Schema);
  const paths = listOf(selectableFields);
  if (paths.length > MOST_FIELDS) { broken(selectableField, `${at}/selectableFields`, `there are ${paths.length} fields, and ${MOST_FIELDS} are allowed`, 'leave some out'); }
  forRepeated(paths, field => recordOf(field).jsonPath, ({ jsonPath }, index) =>
    broken(selectableField, `${at}/selectableFields/${index}/jsonPath`, `the path ${show(jsonPath)} is there already`, 'remove it'));
  forRecords(paths, ({ jsonPath }, index) => {
    const path = `${at}/selectableFields/${index}/jsonPath`;
    if (!isText(jsonPath)) {
      broken(selectableField, path, 'it names no field', 'write jsonPath');
    } else if (jsonPath.startsWith('.metadata.')) {
      broken(selectableField, path, 'objects can be selected by their metadata already', 'remove it');
    } else if (jsonPath.includes('[') || !TYPES.has(fieldAt(jsonPath, root)?.type)) {
      broken(selectableField, path, `${show(jsonPath)} is no path to a text, a whole number or a boolean`);
    }
  });
}
