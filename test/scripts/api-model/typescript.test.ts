import { Schema } from '../../../scripts/api-model/documents';
import { Documented, TypeNames } from '../../../scripts/api-model/names';
import { typeScriptOf } from '../../../scripts/api-model/typescript';

const ref = (type: string) => ({ $ref: `#/components/schemas/${type}` });

const DOCUMENTED: Documented = {
  kinds: [{ apiVersion: 'apps/v1', kind: 'Set', type: 'io.k8s.api.apps.v1.Set', use: 'object', namespaced: true }],
  schemas: new Map<string, Schema>([
    ['io.k8s.api.apps.v1.Set', {
      'properties': { apiVersion: { type: 'string' }, kind: { type: 'string' }, spec: ref('io.k8s.api.apps.v1.Spec'), status: ref('io.k8s.api.apps.v1.Status') },
      'x-kubernetes-group-version-kind': [{ group: 'apps', version: 'v1', kind: 'Set' }],
    }],
    ['io.k8s.api.apps.v1.Status', {}],
    ['io.k8s.api.apps.v1.Spec', {
      properties: {
        'size': ref('io.k8s.apimachinery.pkg.api.resource.Quantity'),
        'port': ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
        'labels': { type: 'object', additionalProperties: { type: 'string' } },
        'parts': { type: 'array', items: ref('io.k8s.api.apps.v1.Spec') },
        'x-count': { type: 'integer' },
        'ready': { type: 'boolean' },
        'raw': {},
      },
      required: ['ready'],
    }],
  ]),
};

test('a kind becomes an interface, and each type that it is made of', () => {
  const text = typeScriptOf(DOCUMENTED, new TypeNames([DOCUMENTED]), ['apps/v1/Set']);

  expect(text).toBe(`export interface Set {
  apiVersion?: 'apps/v1';
  kind?: 'Set';
  spec?: Spec;
}

export interface Spec {
  size?: string;
  port?: number | string;
  labels?: { [name: string]: string };
  parts?: Array<Spec>;
  'x-count'?: number;
  ready: boolean;
  raw?: object;
}
`);
});
