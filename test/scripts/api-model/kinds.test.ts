import { OpenApiDocument } from '../../../scripts/api-model/documents';
import { kindsOf } from '../../../scripts/api-model/kinds';

const id = (kind: string) => ({ group: 'apps', version: 'v1', kind });
const operation = (kind: string, action: string) => ({ 'x-kubernetes-group-version-kind': id(kind), 'x-kubernetes-action': action });
const schema = (kind: string, ...fields: string[]) =>
  ({ 'x-kubernetes-group-version-kind': [id(kind)], 'properties': Object.fromEntries(fields.map(field => [field, {}])) });

const DOCUMENT: OpenApiDocument = {
  paths: {
    '/apis/apps/v1/statefulsets': { get: operation('StatefulSet', 'list') },
    '/apis/apps/v1/namespaces/{namespace}/statefulsets': { get: operation('StatefulSet', 'list'), post: operation('StatefulSet', 'post') },
    '/apis/apps/v1/namespaces/{namespace}/statefulsets/{name}/scale': { put: operation('Scale', 'put') },
    '/apis/apps/v1/sets': { get: operation('Set', 'list'), post: operation('Set', 'post') },
    '/apis/apps/v1/reviews': { post: operation('Review', 'post') },
  },
  components: {
    schemas: {
      'io.k8s.api.apps.v1.StatefulSet': schema('StatefulSet'),
      'io.k8s.api.apps.v1.StatefulSetList': schema('StatefulSetList', 'items'),
      'io.k8s.api.apps.v1.Set': schema('Set'),
      'io.k8s.api.apps.v1.Scale': schema('Scale'),
      'io.k8s.api.apps.v1.Review': schema('Review'),
      'io.k8s.api.apps.v1.Unused': schema('Unused'),
      'io.k8s.api.apps.v1.StatefulSetSpec': { properties: {} },
    },
  },
};

test('a kind is an object if it can be created and listed, and namespaced if its path is', () => {
  const kinds = kindsOf([DOCUMENT]).map(({ kind, use, namespaced }) => [kind, use, namespaced]);

  expect(kinds).toEqual([
    ['StatefulSet', 'object', true],
    ['StatefulSetList', 'list', true],
    ['Set', 'object', false],
    ['Scale', 'request', true],
    ['Review', 'request', false],
  ]);
});

test('a kind knows its API version, type and resource', () => {
  const [set] = kindsOf([DOCUMENT]);

  expect(set).toMatchObject({ apiVersion: 'apps/v1', type: 'io.k8s.api.apps.v1.StatefulSet', resource: 'statefulsets' });
});
