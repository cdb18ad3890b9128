import { found, object, podTemplate, statefulSet } from '../support';

const config = (value: string) => object('v1', 'ConfigMap', { data: { LEVEL: value } }, 'settings');
const reader = (container: object, annotations: object = {}) => {
  const template = podTemplate(container);
  return statefulSet({ template: { ...template, metadata: { ...template.metadata, annotations } } });
};
const byVariable = { env: [{ name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVEL' } } }] };

describe('config-read-once: configuration read through the environment', () => {
  test.each([
    ['a variable', byVariable],
    ['all variables', { envFrom: [{ configMapRef: { name: 'settings' } }] }],
  ])('pods that read %s keep the old values', (_, container) => {
    const changes = found('config-read-once', [config('a'), reader(container)], [config('b'), reader(container)]);

    expect(changes).toMatchObject([{ id: 'config-read-once:data/settings', effect: 'stale-data', object: { kind: 'ConfigMap' } }]);
    expect(changes[0].message).toContain("StatefulSet 'db' reads this once, through the environment or a subPath, and keeps the old values until its pods restart");
  });

  test('a Secret is no different', () => {
    const secret = (password: string) => object('v1', 'Secret', { stringData: { password } }, 'login');
    const set = reader({ envFrom: [{ secretRef: { name: 'login' } }] });

    expect(found('config-read-once', [secret('a'), set], [secret('b'), set])).toHaveLength(1);
  });

  test('a file that is mounted by itself keeps the old text too', () => {
    const mounting = (subPath?: string) => {
      const volumeMounts = [{ name: 'settings', mountPath: '/etc/app.conf', subPath }];
      return statefulSet({ template: podTemplate({ volumeMounts }, { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] }) });
    };

    expect(found('config-read-once', [config('a'), mounting('LEVEL')], [config('b'), mounting('LEVEL')])).toMatchObject([{ effect: 'stale-data' }]);
    expect(found('config-read-once', [config('a'), mounting()], [config('b'), mounting()])).toEqual([]);
  });

  test('pods that restart in the same change, read it as a file, or read something else are no danger', () => {
    const file = { volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }] };

    const changes = [
      ...found('config-read-once', [config('a'), reader(byVariable, { sum: '1' })], [config('b'), reader(byVariable, { sum: '2' })]),
      ...found('config-read-once', [config('a'), reader(file)], [config('b'), reader(file)]),
      ...found('config-read-once', [config('a'), reader(byVariable)], [{ ...config('a'), metadata: { name: 'settings', namespace: 'data', labels: { a: 'b' } } }, reader(byVariable)]),
    ];

    expect(changes).toEqual([]);
  });
});

test('a variable takes one key, and another key is nothing to it', () => {
  const two = (other: string) => object('v1', 'ConfigMap', { data: { LEVEL: 'a', other } }, 'settings');

  expect(found('config-read-once', [two('a'), reader(byVariable)], [two('b'), reader(byVariable)])).toEqual([]);
});
