import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitionsOf } from '../../src/checks/definition-files';
import { BAD_WIDGET, WIDGET_DEFINITION } from '../support/custom-resources';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'definitions-')); });
afterEach(() => rmSync(folder, { recursive: true }));

const named = (...crds: string[]) => definitionsOf({ file: join(folder, 'cdk8s-stateful.yaml'), crds }).map(({ metadata }) => metadata?.name);

test('definitions are read from files and folders beside the configuration; other objects are passed over', () => {
  mkdirSync(join(folder, 'crds'));
  writeFileSync(join(folder, 'crds/all.yaml'), `${WIDGET_DEFINITION}---\n${BAD_WIDGET}`);
  writeFileSync(join(folder, 'one.yaml'), WIDGET_DEFINITION.replace(/widgets/g, 'gadgets'));

  const names = named('crds', 'one.yaml');

  expect(names).toEqual(['widgets.example.com', 'gadgets.example.com']);
});

test('what cannot be read is told with the file that names it', () => {
  expect(() => named('gone')).toThrow(/cdk8s-stateful\.yaml: crds: cannot read 'gone': ENOENT/);
});
