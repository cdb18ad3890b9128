import { useFolder } from './folder';
import { record } from './recorder';

const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer, minimum: 1}}}}}}
`;
const WIDGET = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a, namespace: default}\nspec: {size: 0}\n';

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
