import { useFolder } from './folder';
import { record } from './recorder';
import { BAD_WIDGET as WIDGET, WIDGET_DEFINITION as DEFINITION } from '../support/custom-resources';

const folder = useFolder();

test('objects of kinds that are defined nowhere are one line of the summary', () => {
  const { code, out } = record(['check', folder.write('a.yaml', WIDGET)]);

  expect(code).toBe(0);
  expect(out).toBe('nothing found (1 object in 1 file checked for Kubernetes 1.36)\n'
    + 'not checked: 1 object of 1 kind (Widget); write --crds FOLDER with their CustomResourceDefinitions\n');
});

test('or errors, if somebody wants it so', () => {
  const { code, out } = record(['check', '--strict-kinds', folder.write('a.yaml', WIDGET)]);

  expect(code).toBe(1);
  expect(out).toContain('error  Widget default/a  /kind  kind-not-checked');
});

test('definitions come from files and folders that are named', () => {
  const crds = folder.write('crds/widgets.yaml', DEFINITION);
  const file = folder.write('a.yaml', WIDGET);

  const { code, out } = record(['check', '--crds', crds, file]);

  expect(code).toBe(1);
  expect(out).toContain('/spec/size  custom-resource-value\n    0 must be 1 or more\n');
});

test('or from those of the configuration file, which are named from its folder', () => {
  folder.write('conf/crds/widgets.yaml', DEFINITION);
  const config = folder.write('conf/cdk8s-stateful.yaml', 'crds: [crds]\n');

  const { code, out } = record(['check', '--config', config, folder.write('a.yaml', WIDGET)]);

  expect(code).toBe(1);
  expect(out).toContain('custom-resource-value');
});

test.each([
  ['the command line', (crds: string) => ['--crds', crds]],
  ['the configuration file', (crds: string) => ['--config', folder.write('c.yaml', `crds: [${JSON.stringify(crds.split('/').pop())}]\n`)]],
])('diff takes definitions from %s', (_, options) => {
  const crds = folder.write('widgets.yaml', DEFINITION);
  const [before, after] = [folder.write('a.yaml', WIDGET.replace('size: 0', 'size: 1')), folder.write('b.yaml', WIDGET)];

  const { code, out } = record(['diff', ...options(crds), before, after]);

  expect(code).toBe(1);
  expect(out).toContain('/spec/size');
  expect(record(['diff', before, after]).code).toBe(0);
});
