import { readConfiguration } from '../../src/checks/configuration/configuration';
import { checkConfigured } from '../../src/checks/configured';
import { readDocuments } from '../../src/manifest/read/read';

const documents = readDocuments('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:latest"}]}\n', 'a.yaml');

test('what is acknowledged is set apart', () => {
  const configuration = readConfiguration('acknowledgements: [{rule: image-tag, reason: one only}]\n', 'c.yaml');

  const { findings, acknowledged } = checkConfigured([{ documents, configuration }]);

  expect(findings).toEqual([]);
  expect(acknowledged.map(({ rule }) => rule)).toEqual(['image-tag']);
});

test('what covers nothing is a finding at its place in the file, unless the check did not run', () => {
  const configuration = readConfiguration('acknowledgements:\n  - {rule: image-tag, reason: one only}\n  - {rule: duplicate-object, reason: meant}\n', 'c.yaml');

  expect(checkConfigured([{ documents, configuration }]).findings).toEqual([
    expect.objectContaining({ rule: 'unused-acknowledgement', place: { file: 'c.yaml', document: 0, line: 3, column: 5 }, path: '/acknowledgements/1' }),
  ]);
  expect(checkConfigured([{ documents, configuration }], { scope: 'object' }).findings).toEqual([]);
});
