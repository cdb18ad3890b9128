import { way } from './support';
import { newDefaults } from '../../src/upgrade/new-defaults';

const service = (fields: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 80 }], externalIPs: ['10.0.0.1'], ...fields } });
const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a' }, spec: { selector: {}, template: {} } };
const pathsOf = (manifest: any, from: string, to: string) => newDefaults(manifest, way(from, to)).map(({ path, model }) => `${path} ${model.version}`);

test('a field that is left to the server, and gets a value from a version on', () => {
  expect(pathsOf(service({}), '1.27', '1.33')).toEqual(['/spec/externalTrafficPolicy 1.29']);
});

test('a field that is written has no default', () => {
  expect(pathsOf(service({ externalTrafficPolicy: 'Local' }), '1.27', '1.33')).toEqual([]);
});

test('what a field of a new feature has by default is what was before', () => {
  expect(pathsOf(set, '1.36', '1.37')).toEqual([]);
});
