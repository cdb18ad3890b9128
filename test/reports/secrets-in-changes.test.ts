import fc from 'fast-check';
import { diff } from '../../src/diff/diff';
import { plansFor } from '../../src/diff/plan/plan';
import { Manifest } from '../../src/kubernetes/manifest';
import { changesAsText } from '../../src/reports/changes-text';
import { changesAsGithub } from '../../src/reports/github';
import { changesAsJson } from '../../src/reports/json';
import { changesAsMarkdown } from '../../src/reports/markdown';
import { statefulSet } from '../diff/support';

/** In no key, name or message, neither as it is nor as base64. */
const TOKEN = 'QX7JZ';

const secret = (fields: object, name = 'pg'): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'data' }, ...fields });

/** Everything that is ever printed of a change. */
function everyFormat(before: Manifest[], after: Manifest[]): string {
  const comparison = diff(before, after);
  const plans = plansFor(comparison);
  return [
    changesAsText(comparison, { plans }), changesAsJson(comparison, plans), changesAsMarkdown(comparison, plans), changesAsGithub(comparison),
  ].join('\n');
}

test('what a Secret holds is in no output, however broken it is', () => {
  const text = fc.string({ maxLength: 80 }).map(rest => TOKEN + rest);
  const value = fc.oneof(text, text.map(whole => Buffer.from(`${TOKEN}${whole}`).toString('base64')), text.map(whole => ({ a: whole })), fc.constant(null), fc.constant(7135791359));
  const fields = fc.record({
    data: fc.oneof(fc.dictionary(fc.constantFrom('a', 'tls.crt', 'bad key'), value), value),
    stringData: fc.dictionary(fc.constantFrom('a', 'b'), value),
    dat: value,
    type: fc.constantFrom('Opaque', 'kubernetes.io/tls'),
    immutable: fc.boolean(),
  }, { requiredKeys: [] });

  fc.assert(fc.property(fields, fields, (before, after) => {
    const printed = everyFormat([secret(before)], [secret(after)]);

    for (const part of [TOKEN, Buffer.from(TOKEN).toString('base64').slice(0, 6), '7135791359']) { expect(printed).not.toContain(part); }
  }));
});

test('a changed value is still a change, with the same fields as any other', () => {
  const { changes } = diff([secret({ data: { a: 'YQ==', b: 'Yg==' } })], [secret({ data: { a: 'Yg==', c: 'Yw==' } })]);

  expect(changes.map(({ path, before, after }) => ({ path, before, after }))).toEqual([
    { path: '/data/a', before: '(redacted)', after: '(redacted)' },
    { path: '/data/b', before: '(redacted)', after: undefined },
    { path: '/data/c', before: undefined, after: '(redacted)' },
  ]);
});

test('a plan expects the new Secrets that the pods need, and does not print them', () => {
  const before = [statefulSet()];
  const after = [statefulSet({}, { name: 'pg' }), secret({ stringData: { password: TOKEN } }), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf', namespace: 'data' }, data: { a: 'b' } }];

  const [{ steps }] = plansFor(diff(before, after));

  expect(steps.find(({ title }) => title.startsWith('Create the other new objects'))?.manifests).toMatchObject([{ kind: 'ConfigMap' }]);
  expect(steps.find(({ title }) => title.startsWith('See that Secret pg is there'))?.argv).toEqual(
    ['kubectl', 'wait', '--for=jsonpath={.metadata.name}=pg', 'secret/pg', '-n', 'data', '--timeout=10s']);
  expect(everyFormat(before, after)).not.toContain(TOKEN);
});
