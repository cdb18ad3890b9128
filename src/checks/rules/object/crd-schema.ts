import { crdExample } from './examples';
import { Rule } from './rule';

function schemaExample(size: string): string {
  return crdExample('widgets.example.com',
    `{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: ${size}}}}}}}`);
}

export const crdSchema: Rule = {
  id: 'crd-schema',
  why: 'the API server drops fields that the schema does not name, so the schema must say what every field holds',
  fix: 'write a type for each field, and the items of each list',
  bad: schemaExample('{description: how many}'),
  good: schemaExample('{type: integer}'),
};
