import { load } from './support';
import { patchCalls, patchesFor, tried } from '../../src/import/attempt';
import { Call, Name, codeOf } from '../../src/import/code';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

const trial = { models: [ApiModel.of()], load };
const service = (spec: object, labels?: Record<string, string>): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', labels }, spec: { selector: { app: 'a' }, ports: [{ port: 80 }], ...spec } });

function patches(given: Manifest, made: Manifest) {
  return patchesFor({ given, written: given }, { path: '', manifest: made }, trial);
}

test('what the server fills in needs no patch', () => {
  expect(patches(service({}), service({ type: 'ClusterIP', sessionAffinity: 'None' }))).toEqual([]);
});

test('what differs does, as few as there can be', () => {
  expect(patches(service({ publishNotReadyAddresses: true }), service({ type: 'NodePort' }))).toEqual([
    { op: 'remove', path: '/spec/type' },
    { op: 'add', path: '/spec/publishNotReadyAddresses', value: true },
  ]);
});

test('several labels are replaced together where that is shorter', () => {
  expect(patches(service({}, { x: '1', y: '2' }), service({}, { 'app.kubernetes.io/name': 'a', 'app.kubernetes.io/instance': 'a' }))).toEqual([
    { op: 'replace', path: '/metadata/labels', value: { x: '1', y: '2' } },
  ]);
});

test('patches as calls', () => {
  expect(codeOf(patchCalls([{ op: 'remove', path: '/a' }, { op: 'add', path: '/b', value: 1 }]))).toBe("[JsonPatch.remove('/a'), JsonPatch.add('/b', 1)]");
});

test('what throws makes nothing', () => {
  expect(tried([{ call: new Call('chart.gone', []) }], { variable: 'chart' }, trial)).toBeUndefined();
  expect(tried([{ call: new Call('new ApiObject', [new Name('chart'), 'a', { apiVersion: 'v1', kind: 'Pod' }], 'cdk8s') }], { variable: 'chart' }, trial)).toHaveLength(1);
});
