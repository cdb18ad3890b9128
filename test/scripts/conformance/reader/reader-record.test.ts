import { readerRecord } from '../../../../scripts/conformance/reader/reader-record';

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const object = (data?: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...data && { data } });
const printed = (...objects: object[]) => ({ code: 0, stdout: objects.map(one => JSON.stringify(one, undefined, 4)).join('\n'), stderr: '' });
const refused = (stderr: string) => ({ code: 1, stdout: '', stderr });

test.each([
  ['same objects', CONFIG_MAP, printed(object())],
  ['same objects', `${CONFIG_MAP}---\n${CONFIG_MAP}`, printed(object(), object())],
  ['same objects', '# nothing\n', printed()],
  ['other objects', `${CONFIG_MAP}data: {a: "1"}\n`, printed(object({ a: '2' }))],
  ['both refuse', `${CONFIG_MAP}data: [\n`, refused('error parsing: yaml: line 4')],
  ['only kubectl refuses', CONFIG_MAP, refused('error parsing: yaml: line 4')],
  ['only we refuse', `${CONFIG_MAP}data: [\n`, printed(object())],
  ['left out', CONFIG_MAP, refused('error: no objects passed to patch')],
  ['left out', 'kind: ConfigMap\nmetadata: {name: a}\n', printed({ kind: 'ConfigMap', metadata: { name: 'a' } })],
] as const)('%s: %p', (verdict, text, answer) => {
  expect(readerRecord(Buffer.from(text), answer)).toMatchObject({ verdict, text });
});
