import { ApiModel } from '../../src/kubernetes/api/model';
import { fieldsObeyedOnlyBy } from '../../src/upgrade/obeyed-change';

const between = (model: string, before: string) => fieldsObeyedOnlyBy(ApiModel.of(model), ApiModel.of(before));

test('a field whose feature is switched on is told with its gate and a place', () => {
  const [users] = between('1.33', '1.32').filter(({ name }) => name === 'PodSpec.hostUsers');

  expect(users).toMatchObject({ gate: 'UserNamespacesSupport', path: expect.stringMatching(/\/spec\/hostUsers$/) });
});

test('the other way round it is one that is gone', () => {
  expect(between('1.36', '1.35').map(({ name }) => name)).not.toContain('RollingUpdateStatefulSetStrategy.maxUnavailable');
  expect(between('1.35.3', '1.36').map(({ name }) => name)).toContain('RollingUpdateStatefulSetStrategy.maxUnavailable');
});

test('of a struct that is new only the field that holds it is told', () => {
  const names = between('1.37', '1.36').map(({ name }) => name);

  expect(names).toContain('VolumeProjection.podCertificate');
  expect(names.filter(name => name.startsWith('PodCertificateProjection.'))).toEqual([]);
});
