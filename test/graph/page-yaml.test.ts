import { pageYaml } from '../../src/graph/page-yaml';

const COPY = 'kubectl.kubernetes.io/last-applied-configuration';

test('an object as YAML', () => {
  expect(pageYaml({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { clusterIP: 'None' } }))
    .toBe('apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  clusterIP: None\n');
});

test('what a Secret holds is not shown, nor the copy of it that kubectl keeps', () => {
  const text = pageYaml({
    apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db', annotations: { [COPY]: '{"data":{"password":"hush"}}' } }, data: { password: 'hush' }, stringData: { token: 'hush' },
  });

  expect(text).not.toContain('hush');
  expect(text).toContain('data:\n  password: (redacted)\n');
  expect(text).toContain(`${COPY}: (redacted)`);
});

test('credentials in other objects are not shown', () => {
  const pod = pageYaml({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ env: [{ name: 'DB_PASSWORD', value: 'hush' }, { name: 'MODE', value: 'fast' }] }] } });
  const map = pageYaml({ apiVersion: 'v1', kind: 'ConfigMap', data: { 'password': 'hush', 'app.conf': 'requirepass hush\nmode fast\n' } });

  expect(pod + map).not.toContain('hush');
  expect(pod + map).toMatch(/value: fast[^]*mode fast/);
});

test('what is invisible is shown as an escape, and tabs stay', () => {
  const text = pageYaml({ apiVersion: 'v1', kind: 'ConfigMap', data: { a: '\u202eevil', b: 'a\tb\n' } });

  expect(text).not.toContain('\u202e');
  expect(text).toContain('evil');
});

test('a long one is cut', () => {
  const text = pageYaml({ apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'x'.repeat(1_000_000) } });

  expect(text.length).toBeLessThan(60_000);
  expect(text).toMatch(/… and 9\d{5} more characters$/);
});
