import { join } from 'path';
import { pathsFrom, placeOfFile } from '../../../src/checks/configuration/document-place';

test('a file is named from the folder of the configuration, and stands in its folder', () => {
  const { folder, paths } = placeOfFile('dist/prod/a.yaml', 'cdk8s-stateful.yaml');

  expect([folder, paths()]).toEqual(['dist/prod', ['dist/prod/a.yaml']]);
  expect(pathsFrom('dist/cdk8s-stateful.yaml', 'dist/prod/a.yaml')).toEqual(['prod/a.yaml']);
});

test('a copy elsewhere is found by the end of its path', () => {
  const paths = pathsFrom('cdk8s-stateful.yaml', join(process.cwd(), '../base/dist/prod/a.yaml'));

  expect(paths).toContain('dist/prod/a.yaml');
});
