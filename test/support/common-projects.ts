import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Manifest } from '../../src/kubernetes/manifest';

interface Written {
  readonly kind: string;
  readonly group: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly schema: object;
  readonly valid: readonly object[];
  readonly invalid: readonly object[];
  readonly allowed?: readonly (readonly [object, object])[];
  readonly refused?: readonly (readonly [object, object])[];
}

/** A kind of a common project. */
export interface Project {
  readonly kind: string;
  readonly definition: Manifest;
  readonly valid: readonly Manifest[];
  readonly invalid: readonly Manifest[];
  /** What is there, and what is applied. */
  readonly allowed: readonly (readonly [Manifest, Manifest])[];
  readonly refused: readonly (readonly [Manifest, Manifest])[];
}

export const COMMON_PROJECTS: readonly Project[] = (load(readFileSync(join(__dirname, 'common-projects.yaml'), 'utf8')) as Written[]).map(projectOf);

function projectOf({ kind, group, annotations, schema, valid, invalid, allowed = [], refused = [] }: Written): Project {
  const object = (spec: object): Manifest => ({ apiVersion: `${group}/v1`, kind, metadata: { name: 'a', namespace: 'default' }, spec });
  const pair = ([before, after]: readonly [object, object]): [Manifest, Manifest] => [object(before), object(after)];
  const plural = `${kind.toLowerCase()}s`;
  const openAPIV3Schema = { type: 'object', required: ['spec'], properties: { spec: { type: 'object', ...schema } } };
  const definition: Manifest = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, ...annotations && { annotations } },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
  return { kind, definition, valid: valid.map(object), invalid: invalid.map(object), allowed: allowed.map(pair), refused: refused.map(pair) };
}
