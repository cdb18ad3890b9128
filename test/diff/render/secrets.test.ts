import fc from 'fast-check';
import { compare, diffOf } from '../../../src/diff/compare/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { diffAsGithub } from '../../../src/diff/render/github';
import { diffAsJson } from '../../../src/diff/render/json';
import { diffAsMarkdown } from '../../../src/diff/render/markdown';
import { diffAsText } from '../../../src/diff/render/text';
import { Manifest } from '../../../src/kubernetes/manifest';
import { statefulSet } from '../support';

/** In no key, name or message, neither as it is nor as base64. */
const TOKEN = 'QX7JZ';

const secret = (fields: object, name = 'pg'): Manifest => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'data' }, ...fields });

/** Everything that is ever printed of a change. */
function everyFormat(before: Manifest[], after: Manifest[]): string {
  const comparison = compare(before, after);
  const [diff, plans] = [diffOf(comparison), plansFor(comparison)];
  return [diffAsText(diff, { plans }), diffAsJson(diff, plans), diffAsMarkdown(diff, plans), diffAsGithub(diff)].join('\n');
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
  const { changes } = diffOf(compare([secret({ data: { a: 'YQ==', b: 'Yg==' } })], [secret({ data: { a: 'Yg==', c: 'Yw==' } })]));

  expect(changes.map(({ path, before, after }) => ({ path, before, after }))).toEqual([
    { path: '/data/a', before: '(redacted)', after: '(redacted)' },
    { path: '/data/b', before: '(redacted)', after: undefined },
    { path: '/data/c', before: undefined, after: '(redacted)' },
  ]);
});

test('a plan expects the new Secrets that the pods need, and does not print them', () => {
  const before = [statefulSet()];
  const after = [statefulSet({}, { name: 'pg' }), secret({ stringData: { password: TOKEN } }), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf', namespace: 'data' }, data: { a: 'b' } }];

  const [{ steps }] = plansFor(compare(before, after));

  expect(steps.find(({ title }) => title.startsWith('Create the other new objects'))?.manifests).toMatchObject([{ kind: 'ConfigMap' }]);
  expect(steps.find(({ title }) => title.startsWith('See that Secret pg is there'))?.argv).toEqual(
    ['kubectl', 'wait', '--for=jsonpath={.metadata.name}=pg', 'secret/pg', '-n', 'data', '--timeout=10s']);
  expect(everyFormat(before, after)).not.toContain(TOKEN);
});
