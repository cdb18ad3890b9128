import { crdSchema } from '../../../../src/checks/rules/object/crd-schema';
import { checkUnsupported, isSet } from '../../../../src/checks/rules/object/crd-unsupported';
import { checkManifests } from '../../../../src/checks/run';

const found = (schema: Record<string, unknown>) => {
  const paths: string[] = [];
  checkUnsupported(schema, '', (rule, path) => { if (rule === crdSchema) { paths.push(path); } });
  return paths;
};

test.each<[Record<string, unknown>, string[]]>([
  [{ $ref: '' }, ['/$ref']],
  [{ additionalItems: {} }, ['/additionalItems']],
  [{ definitions: {} }, []],
  [{ definitions: { a: {} } }, ['/definitions']],
  [{ id: '' }, []],
  [{ uniqueItems: true }, ['/uniqueItems']],
  [{ items: [{}] }, ['/items']],
  [{ items: {} }, []],
])('%j is refused at %j', (schema, expected) => {
  expect(found(schema)).toEqual(expected);
});

test.each([[false, false], ['', false], [{}, false], [0, true], [['a'], true]])('%j says something: %s', (value, expected) => {
  expect(isSet(value)).toBe(expected);
});

test('conditions may not say it either', () => {
  const openAPIV3Schema = { type: 'object', not: { additionalItems: {} } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'Widget', plural: 'widgets' }, versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }] },
  };

  const errors = checkManifests([definition], { scope: 'object' }).filter(({ severity }) => severity === 'error');

  expect(errors.map(({ path }) => path)).toEqual(['/spec/versions/0/schema/openAPIV3Schema/not/additionalItems']);
});
