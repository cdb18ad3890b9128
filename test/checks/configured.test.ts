import { readConfiguration } from '../../src/checks/configuration/configuration';
import { checkConfigured } from '../../src/checks/configured';
import { readDocuments } from '../../src/manifest/read/read';

const documents = readDocuments('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:latest"}]}\n', 'a.yaml');

test('what is acknowledged is set apart', () => {
  const configuration = readConfiguration('acknowledgements: [{id: image-tag, reason: one only}]\n', 'c.yaml');

  const { findings, acknowledged } = checkConfigured(documents, configuration);

  expect(findings).toEqual([]);
  expect(acknowledged.map(({ id }) => id)).toEqual(['image-tag']);
});

test('what covers nothing is a finding at its place in the file, unless the check did not run', () => {
  const configuration = readConfiguration('acknowledgements:\n  - {id: image-tag, reason: one only}\n  - {id: duplicate-object, reason: meant}\n', 'c.yaml');

  expect(checkConfigured(documents, configuration).findings).toEqual([
    expect.objectContaining({ id: 'unused-acknowledgement', file: 'c.yaml', line: 3, path: '/acknowledgements/1' }),
  ]);
  expect(checkConfigured(documents, configuration, { scope: 'object' }).findings).toEqual([]);
});
