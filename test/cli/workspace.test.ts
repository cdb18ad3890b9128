import * as path from 'path';
import { fileInRepository } from '../../src/cli/workspace';

const here = process.cwd();

test.each([
  ['dist/db.yaml', undefined, 'dist/db.yaml'],
  ['dist/db.yaml', here, 'dist/db.yaml'],
  ['dist/db.yaml', path.dirname(here), `${path.basename(here)}/dist/db.yaml`],
  [path.join(here, 'dist/db.yaml'), here, 'dist/db.yaml'],
  ['../base/dist/db.yaml', here, '../base/dist/db.yaml'],
  ['git:origin/main:dist/a:b.yaml', here, 'dist/a:b.yaml'],
  ['-', here, undefined],
])('GitHub knows %s in %s as %s', (file, workspace, name) => {
  expect(fileInRepository(file, workspace)).toBe(name);
});
