import { ApiModel } from '../../../src/kubernetes/api/model';
import { stored } from '../../../src/kubernetes/api-server/defaults';
import { claimTemplate, object, podTemplate, statefulSet } from '../../diff/support';

const store = (...of: Parameters<typeof object>) => stored(object(...of), ApiModel.of('1.27'));

test('stringData of a Secret goes into its data, and base64 is one text for each value', () => {
  const secret = store('v1', 'Secret', { stringData: { a: 'x', c: null }, data: { a: 'b2xk', b: 'eQ' } });

  expect(secret).toMatchObject({ type: 'Opaque', data: { a: 'eA==', b: 'eQ==', c: '' } });
  expect(secret).not.toHaveProperty('stringData');
});

test('what no Secret can hold is no text', () => {
  const secret = store('v1', 'Secret', { stringData: { a: { toString: 1 } } });

  expect(secret).toMatchObject({ data: { a: '' } });
});

test.each([
  ['the old name of an account is rewritten', { serviceAccount: 'a' }, 'a'],
  ['the new one counts', { serviceAccount: 'a', serviceAccountName: 'b' }, 'b'],
])('%s', (_, names, account) => {
  const { spec } = stored(statefulSet({ template: podTemplate({}, names) }), ApiModel.of('1.27'));

  expect(spec.template.spec.serviceAccountName).toBe(account);
  expect(spec.template.spec).not.toHaveProperty('serviceAccount');
});

test('less than no time to end is one second for a Pod, and what a template says', () => {
  const spec = { terminationGracePeriodSeconds: -5, containers: [] };
  const pods = ['1.27', '1.37'].map(version => stored(object('v1', 'Pod', { spec }), ApiModel.of(version)).spec.terminationGracePeriodSeconds);
  const { template } = stored(statefulSet({ template: podTemplate({}, spec) }), ApiModel.of('1.37')).spec;

  expect(pods).toEqual([1, 1]);
  expect(template.spec.terminationGracePeriodSeconds).toBe(-5);
});

test.each([
  ['the old spelling', { podCIDR: '10.0.0.0/24' }],
  ['the new one', { podCIDRs: ['10.0.0.0/24'] }],
])('the range of the pods of a node is stored in both spellings: %s', (_, spec) => {
  const node = store('v1', 'Node', { spec });

  expect(node.spec).toMatchObject({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'] });
});

test('a source in another namespace is dropped from a claim that has none, and from no other', () => {
  const elsewhere = { dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a', namespace: 'other' } };
  const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', { spec });
  const old = stored(claim({ dataSource: { kind: 'PersistentVolumeClaim', name: 'b' } }), ApiModel.of('1.36'));

  expect(stored(claim(elsewhere), ApiModel.of('1.36')).spec).not.toHaveProperty('dataSourceRef');
  expect(stored(claim(elsewhere), ApiModel.of('1.36'), old).spec).toMatchObject({ dataSourceRef: { name: 'a' } });
});

describe('the source of a claim', () => {
  const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' };
  const other = { apiGroup: 'a.io', kind: 'Thing', name: 'a' };

  test.each([
    ['has both spellings', { dataSource: snapshot }, { dataSource: snapshot, dataSourceRef: snapshot }],
    ['in either direction', { dataSourceRef: other }, { dataSource: other, dataSourceRef: other }],
    ['is dropped if the old spelling cannot name it', { dataSource: other }, {}],
    ['is dropped if its group is no text', { dataSource: { ...snapshot, apiGroup: { toString: 1 } } }, {}],
  ])('%s', (_, spec, sources) => {
    expect(store('v1', 'PersistentVolumeClaim', { spec }).spec).toEqual({ ...sources, volumeMode: 'Filesystem' });
  });

  test('in another namespace is dropped without its feature gate', () => {
    const elsewhere = { ...other, namespace: 'b' };

    expect(store('v1', 'PersistentVolumeClaim', { spec: { dataSourceRef: elsewhere } }).spec).toEqual({ volumeMode: 'Filesystem' });
  });

  test('that the old spelling cannot name stays where the claim had one', () => {
    const [old, next] = [{}, { labels: { a: 'b' } }].map(metadata => ({ ...object('v1', 'PersistentVolumeClaim', { spec: { dataSource: other } }), metadata }));

    expect(stored(next, ApiModel.of('1.27'), old).spec).toMatchObject({ dataSource: other, dataSourceRef: other });
  });

  test('stays as it is written in a claim template', () => {
    const template = claimTemplate('data', { dataSource: snapshot });

    const [claim] = stored(statefulSet({ volumeClaimTemplates: [template] }), ApiModel.of('1.27')).spec.volumeClaimTemplates;

    expect(claim.spec).toMatchObject({ dataSource: snapshot });
    expect(claim.spec).not.toHaveProperty('dataSourceRef');
  });
});

test.each([
  ['another kind', { kind: 'Pod', apiVersion: 'v2' }, { phase: 'Pending' }],
  ['another phase', { status: { phase: 'Bound' } }, { phase: 'Bound' }],
  ['a capacity', { status: { capacity: { storage: '1Gi' } } }, { phase: 'Pending', capacity: { storage: '1Gi' } }],
])('a claim template with %s gets the kind of claims, and keeps its status', (_, fields, status) => {
  const [template] = stored(statefulSet({ volumeClaimTemplates: [{ ...claimTemplate(), ...fields }] }), ApiModel.of('1.36')).spec.volumeClaimTemplates;

  expect(template).toMatchObject({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
  expect(template.status).toEqual(status);
});

test('fields of a claim that are dropped stay in a claim template', () => {
  const model = ApiModel.of('1.32');
  const template = claimTemplate('data', { volumeAttributesClassName: 'gold' });

  const [inSet] = stored(statefulSet({ volumeClaimTemplates: [template] }), model).spec.volumeClaimTemplates;
  const claim = stored(object('v1', 'PersistentVolumeClaim', template), model);

  expect(inSet.spec).toHaveProperty('volumeAttributesClassName', 'gold');
  expect(claim.spec).not.toHaveProperty('volumeAttributesClassName');
});

test('a volume of an image goes with its mounts before its feature is on', () => {
  const volumes = [{ name: 'model', image: { reference: 'a:1' } }, { name: 'data', emptyDir: {} }];
  const set = statefulSet({ template: podTemplate({ volumeMounts: volumes.map(({ name }) => ({ name, mountPath: `/${name}` })) }, { volumes }) });
  const namesIn = (version: string) => {
    const { spec } = stored(set, ApiModel.of(version)).spec.template;
    return [spec.volumes, spec.containers[0].volumeMounts].map(list => list.map(({ name }: { name: string }) => name));
  };

  expect(namesIn('1.34')).toEqual([['data'], ['data']]);
  expect(namesIn('1.35')).toEqual([['model', 'data'], ['model', 'data']]);
});
