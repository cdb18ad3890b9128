import { modernised } from '../../src/import/modernise';
import { renewed } from '../../src/import/renewal';
import { ApiModel } from '../../src/kubernetes/api/model';
import { readDocuments } from '../../src/manifest/read/read';

const models = [ApiModel.of()];

test('what is in no cluster is not compared', () => {
  const { documents, renewal } = renewed(readDocuments('apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\n---\nkind: x\n', 'a.yaml'), modernised, models);

  expect(documents.map(({ manifest }) => manifest?.apiVersion)).toEqual(['policy/v1', undefined]);
  expect(renewal).toMatchObject({ objects: [{ notes: [expect.stringContaining('policy/v1beta1')] }], comparison: { changes: [] } });
});

test('what is written in the words of today stays the same', () => {
  const read = readDocuments('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n', 'a.yaml');

  const { documents, renewal } = renewed(read, modernised, models);

  expect(documents).toBe(read);
  expect(renewal).toBeUndefined();
});
