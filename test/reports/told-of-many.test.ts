import { Finding } from '../../src/reports/finding';
import { toldOfMany } from '../../src/reports/told-of-many';

const missing = (of: string, secret = 'registry', more: Partial<Finding> = {}): Finding => ({
  rule: 'missing-secret',
  severity: 'warning',
  object: { apiVersion: 'v1', kind: 'Pod', name: of },
  path: '/spec',
  message: `Pod '${of}' reads Secret '${secret}'`,
  fix: `add Secret '${secret}'`,
  declaration: { objects: [{ kind: 'Secret', name: secret }] },
  ...more,
});

test('what one declaration would answer is told of the first, with the others', () => {
  const [a, b, other, c] = [missing('a'), missing('b'), missing('a', 'tls'), missing('c')];

  expect(toldOfMany([a, b, other, c])).toEqual([{ finding: a, others: [b, c] }, { finding: other, others: [] }]);
});

test.each<[string, Finding, Finding]>([
  ['another severity', missing('a'), missing('b', 'registry', { severity: 'error' })],
  ['another version of Kubernetes', missing('a'), missing('b', 'registry', { kubernetesVersions: ['1.36'] })],
  ['no declaration', missing('a', 'registry', { declaration: undefined }), missing('b', 'registry', { declaration: undefined })],
])('is told of each with %s', (_, first, second) => {
  expect(toldOfMany([first, second]).map(({ finding }) => finding)).toEqual([first, second]);
});
