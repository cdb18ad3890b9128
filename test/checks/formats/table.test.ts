import { parse } from 'yaml';
import { NETWORK_FORMATS } from '../../../src/checks/formats/network';
import { POD_FORMATS } from '../../../src/checks/formats/pod';
import { SYSTEM_FORMATS } from '../../../src/checks/formats/system';
import { formatsOf } from '../../../src/checks/formats/table';
import { VOLUME_FORMATS } from '../../../src/checks/formats/volume';
import { WORKLOAD_FORMATS } from '../../../src/checks/formats/workload';
import { checkManifests } from '../../../src/checks/run';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { VERSIONS } from '../../../src/kubernetes/api/versions.generated';

const TABLES = [POD_FORMATS, NETWORK_FORMATS, SYSTEM_FORMATS, VOLUME_FORMATS, WORKLOAD_FORMATS];

test('every format is about a field that some version has', () => {
  const models = VERSIONS.map(version => ApiModel.of(version));
  const isKnown = (type: string, field: string) => models.some(model => model.type(type)?.field(field.split('.')[0]));
  const missing = TABLES.flatMap(table => Object.entries(table).flatMap(([type, fields]) =>
    Object.keys(fields).filter(field => !isKnown(type, field)).map(field => `${type}.${field}`)));

  expect(missing).toEqual([]);
});

test('some two hundred fields have a format', () => {
  const fields = TABLES.flatMap(table => Object.values(table).flatMap(fieldsOfType => Object.keys(fieldsOfType)));

  expect(fields.length).toBeGreaterThan(200);
  expect(formatsOf('Container').get('name')).toHaveLength(1);
});

test.each([
  ['storagemigration.k8s.io/v1', 'StorageVersionMigration', 'spec: {resource: {group: apps, resource: deployments}}', 'spec: {resource: {group: apps, resource: Deployments}}'],
  ['storagemigration.k8s.io/v1', 'StorageVersionMigration', 'spec: {resource: {resource: pods}}', 'spec: {resource: {resource: ""}}'],
  ['v1', 'Endpoints', 'subsets: [{addresses: [{ip: 10.1.2.3}]}]', 'subsets: [{addresses: [{ip: 10.1.2.3, nodeName: ""}]}]'],
  ['resource.k8s.io/v1', 'ResourceSlice', 'spec: {perDeviceNodeSelection: true, devices: [{name: a, nodeName: a}]}', 'spec: {perDeviceNodeSelection: true, devices: [{name: a, nodeName: " a"}]}'],
])('a format of %s %s: %s, not %s', (apiVersion, kind, good, bad) => {
  const formatsIn = (body: string) => checkManifests([parse(`{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a}, ${body}}`)], { scope: 'object', model: ApiModel.of('1.37') })
    .filter(({ rule }) => rule.startsWith('format-'));

  expect(formatsIn(good)).toEqual([]);
  expect(formatsIn(bad)).toHaveLength(1);
});
