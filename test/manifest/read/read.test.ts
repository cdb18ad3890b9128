import { SourceDocument } from '../../../src/manifest/read/document';
import { readDocuments } from '../../../src/manifest/read/read';

const read = (content: string) => readDocuments(content, 'app.yaml');
const problemsOf = (documents: readonly SourceDocument[]) => documents.flatMap(({ problems }) => problems.map(({ rule }) => rule));
const namespace = (name: string) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n`;

describe('YAML', () => {
  test('every document becomes a manifest, and empty ones are counted', () => {
    const content = `# head\n---\n${namespace('a')}---\n# nothing\n---\n${namespace('b')}...\n`;

    const documents = read(content);

    expect(documents.map(({ document, manifest }) => [document, manifest?.metadata?.name])).toEqual([[0, 'a'], [2, 'b']]);
    expect(problemsOf(documents)).toEqual([]);
  });

  test('kubectl parts documents at lines that begin with `---`, and reads each up to `...`', () => {
    const documents = read(`--- # a\n${namespace('a')}...\n# c\n---\n${namespace('b')}...\n${namespace('lost')}---\n${namespace('c')}`);

    expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a', 'b', 'c']);
    expect(documents.flatMap(({ problems }) => problems)).toEqual([expect.objectContaining({ rule: 'unread-document', position: { line: 14, column: 1 } })]);
  });

  test.each(['--- {a: b}', '---a', '-----BEGIN'])('kubectl gives up at %s', mark => {
    const documents = read(`${namespace('a')}${mark}\n${namespace('b')}`);

    expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a', undefined, 'b']);
    expect(documents[1].problems).toEqual([expect.objectContaining({ rule: 'syntax', position: { line: 5, column: 1 } })]);
  });

  test('lines may end as on old Macs', () => {
    const documents = read(`${namespace('a')}  labels: {a: b}\n`.replaceAll('\n', '\r'));

    expect(documents[0].manifest?.metadata).toEqual({ name: 'a', labels: { a: 'b' } });
    expect(documents[0].positionOf('/metadata/labels')).toEqual({ line: 5, column: 3 });
  });

  test('scalars mean what they mean to kubectl', () => {
    const content = [
      'octal: 0644', 'new: 0o17', 'flag: yes', 'y: n', 'ports: 22:22', 'day: 2024-01-01', 'number: 1e3', 'half: .5', 'here: .', 'far: -._', '8080: key', '',
    ].join('\n');

    const [{ value }] = read(content);

    expect(value).toEqual({
      octal: 420, new: 15, flag: true, true: false, ports: '22:22', day: '2024-01-01', number: 1000, half: 0.5, here: '.', far: '-._', 8080: 'key',
    });
  });

  test('quoted text that is not indented far enough is read as kubectl reads it, and places stay right', () => {
    const content = `${namespace('a')}  annotations:\n    a: '[\n      1\n    ]'\n    b: "x\n    y"\n  labels: {c: d}\n`;

    const [document] = read(content);

    expect(problemsOf([document])).toEqual([]);
    expect(document.manifest?.metadata?.annotations).toEqual({ a: '[ 1 ]', b: 'x y' });
    expect(document.positionOf('/metadata/annotations/b')).toEqual({ line: 9, column: 5 });
    expect(document.positionOf('/metadata/labels/c')).toEqual({ line: 11, column: 12 });
    expect(document.positionOf('/metadata/labels/c')).toEqual({ line: 11, column: 12 });
  });

  test('so are lists in brackets, of which a line stands below its key', () => {
    const content = `${namespace('a')}spec:\n  finalizers: [ one, \n  two,\n  "three\n  four" ]\n  after: x\n`;

    const [document] = read(content);

    expect(problemsOf([document])).toEqual([]);
    expect(document.manifest?.spec).toEqual({ finalizers: ['one', 'two', 'three four'], after: 'x' });
    expect(document.positionOf('/spec/finalizers/1')).toEqual({ line: 7, column: 3 });
    expect(document.positionOf('/spec/after')).toEqual({ line: 10, column: 3 });
  });

  test('fields are found again by line and column', () => {
    const content = `${namespace('a')}---\n${namespace('b')}  labels:\n    app/x: y\nspec:\n  finalizers: [one, two]\n`;

    const [, second] = read(content);

    expect(second.positionOf('')).toEqual({ line: 6, column: 1 });
    expect(second.positionOf('/metadata/labels/app~1x')).toEqual({ line: 11, column: 5 });
    expect(second.positionOf('/spec/finalizers/1')).toEqual({ line: 13, column: 21 });
    expect(second.positionOf('/spec/missing/deep')).toEqual({ line: 12, column: 1 });
  });

  test('a scalar without quotes is known as it is written', () => {
    const [plain, other] = read('a: {b: 0022}\n---\na: {b: yes, c: 1.10, d: "1", e: !!int 5, f: 123456789012345678901, g: [x]}\n');

    expect(plain.writtenAt('/a/b')).toBe('0022');
    expect([...'bcdefg'].map(key => other.writtenAt(`/a/${key}`))).toEqual(['yes', '1.10', undefined, '5', '123456789012345678901', undefined]);
  });

  test('the objects of a List are parted and keep their places', () => {
    const content = 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- {apiVersion: v1, metadata: {name: b}}\n';

    const documents = read(content);

    expect(documents.map(({ document, manifest }) => [document, manifest?.metadata?.name])).toEqual([[0, 'a'], [0, undefined]]);
    expect(problemsOf(documents)).toEqual(['not-a-manifest']);
    expect(documents[0].positionOf('/metadata/name')).toEqual({ line: 4, column: 48 });
  });

  test('a list of nothing holds no objects', () => {
    const documents = read('apiVersion: v1\nkind: List\nitems: null\n');

    expect(documents).toEqual([]);
  });

  test('items of a typed list get the kind of the list', () => {
    const content = 'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a}\n';

    const [{ manifest }] = read(content);

    expect(manifest).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } });
  });
});

describe('what is wrong with a document is a problem of it', () => {
  test('two manifests without `---` between them', () => {
    const documents = read(namespace('a') + namespace('b'));

    expect(documents).toHaveLength(1);
    expect(documents[0].manifest?.metadata?.name).toBe('b');
    expect(documents[0].problems).toEqual([expect.objectContaining({
      rule: 'incomplete-document', path: '/apiVersion', position: { line: 5, column: 1 }, fix: "a line '---' is missing before line 5",
    })]);
  });

  test('a key that appears twice', () => {
    const documents = read(`${namespace('a')}  labels: {x: y, x: z}\n`);

    expect(documents[0].problems).toEqual([expect.objectContaining({
      rule: 'duplicate-key', path: '/metadata/labels/x', position: { line: 5, column: 18 },
    })]);
  });

  test('what an incomplete document repeats besides is not reported again', () => {
    const documents = read(`${namespace('a')}spec: {}\n${namespace('b')}spec: {}\n`);

    expect(problemsOf(documents)).toEqual(['incomplete-document']);
  });

  test('text that is not YAML, with the character that comes from a web page', () => {
    const documents = read('spec:\n\u00a0\u00a0replicas: <n>\n  x: y\n');

    expect(documents[0].problems).toEqual([expect.objectContaining({ rule: 'syntax', message: expect.stringContaining('non-breaking space') })]);
  });

  test.each([
    ['on', 'true'], ['1.10', '1.1'], ['0x10', '16'],
  ])('the key %s, which is read as %s', (key, name) => {
    const [{ manifest, problems }] = read(`${namespace('a')}data: {${key}: x}\n`);

    expect(manifest?.data).toEqual({ [name]: 'x' });
    expect(problems).toEqual([expect.objectContaining({ rule: 'changed-key', path: `/data/${name}`, fix: `put it in quotes: "${key}"` })]);
  });

  test('a key that holds a space which is none', () => {
    const [{ problems }] = read('apiVersion: v1\nkind: Namespace\nmetadata:\n\u00a0\u00a0name: a\n');

    expect(problems).toEqual([expect.objectContaining({ rule: 'syntax', message: expect.stringContaining('U+00A0'), position: { line: 4, column: 1 } })]);
  });

  test.each([
    ['a fragment', 'spec: {}', 'no apiVersion and no kind'],
    ['a kind alone', 'kind: Pod', 'no apiVersion,'],
    ['a list', '- a', 'a list'],
    ['a word', 'hello', 'a single value'],
  ])('%s is not a manifest', (_, content, message) => {
    const documents = read(content);

    expect(documents[0].problems).toEqual([expect.objectContaining({ rule: 'not-a-manifest', message: expect.stringContaining(message) })]);
  });

  test.each([
    ['a key that is a mapping', 'a: {? {b: c} : d}', 'syntax'],
    ['an empty key', 'a: {? : d}', 'syntax'],
    ['an alias without anchor', 'a: *b', 'unreadable'],
    ['an alias that contains itself', 'a: &a [*a]', 'unreadable'],
    ['a bomb of aliases', 'a: &a [x,x,x,x,x,x,x,x,x,x]\n' + 'bcdefghi'.replace(/./g, (c, i) => {
      const before = 'abcdefghi'[i];
      return `${c}: &${c} [${Array(10).fill('*' + before).join(',')}]\n`;
    }), 'unreadable'],
    ['a hundred thousand aliases', `a: &a x\nb: [${Array(100_000).fill('*a').join(',')}]`, 'unreadable'],
    ['nesting without end', '['.repeat(20_000) + ']'.repeat(20_000), 'unreadable'],
    ['JSON nested without end', `{"items": ${'['.repeat(20_000) + ']'.repeat(20_000)}}`, 'unreadable'],
    ['no base64', 'a: !!binary "%%%"', 'syntax'],
    ['a number that JSON does not have', 'a: .inf', 'syntax'],
    ['a tab in front of nothing', 'a: b\n\t\n', 'syntax'],
    ['a colour of a terminal', 'a: \u001b[31m', 'syntax'],
    ['a directive', '%YAML 1.1\n---\na: b\n', 'syntax'],
  ])('%s', (_, content, id) => {
    const documents = read(content);

    expect(problemsOf(documents)).toContain(id);
    expect(documents[0].manifest).toBeUndefined();
    expect(documents[0].positionOf('/a').line).toBe(1);
  });

  test('a document larger than any server takes', () => {
    const documents = read(`${namespace('a')}data: "${'x'.repeat(17_000_000)}"\n---\n${namespace('b')}`);

    expect(problemsOf(documents)).toEqual(['unreadable']);
    expect(documents[1].manifest?.metadata?.name).toBe('b');
  });

  test('a `__proto__` key stays a key', () => {
    const [{ value }] = read('__proto__: {polluted: true}\n');

    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as any).polluted).toBeUndefined();
  });
});

describe('JSON', () => {
  const json = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

  test('one object', () => {
    const documents = read(`\n${JSON.stringify(JSON.parse(json('a')), undefined, 2)}\n`);

    expect(documents.map(({ document, manifest }) => [document, manifest?.metadata?.name])).toEqual([[0, 'a']]);
    expect(documents[0].positionOf('/metadata/name')).toEqual({ line: 6, column: 5 });
  });

  test('one object a line, where a broken line is a problem of its own', () => {
    const documents = read(`${json('a')}\n\n{"a": \n${json('b')}\n`);

    expect(documents.map(({ document, manifest }) => [document, manifest?.metadata?.name])).toEqual([[0, 'a'], [1, undefined], [2, 'b']]);
    expect(problemsOf(documents)).toEqual(['syntax']);
    expect(documents[2].positionOf('/kind')).toEqual({ line: 4, column: 20 });
  });

  test('equal keys are found though JSON.parse hides them', () => {
    const documents = read('{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a\\": b"}, "data": {"x": "1", "x": "2"}}');

    expect(problemsOf(documents)).toEqual(['duplicate-key']);
  });

  test('YAML that starts with a brace is YAML, and older releases of kubectl refuse it', () => {
    const documents = read("{apiVersion: v1, kind: Namespace, metadata: {name: 'a'}}\n---\n{a: b}");

    expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a', undefined]);
    expect(problemsOf(documents)).toEqual(['not-json', 'not-a-manifest']);
  });

  test('a comma behind the last item makes YAML of JSON', () => {
    const documents = read(json('a').replace(/}$/, ',}'));

    expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a']);
    expect(problemsOf(documents)).toEqual(['not-json']);
  });

  test('objects one after the other, as jq prints them, and YAML behind them', () => {
    const pretty = (name: string) => JSON.stringify(JSON.parse(json(name)), undefined, 2);

    const documents = read(`${pretty('a')}\n${pretty('b')} ${pretty('c')}\n---\n${namespace('d')}`);

    expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(problemsOf(documents)).toEqual([]);
    expect(documents[3].positionOf('/metadata/name')).toEqual({ line: 25, column: 3 });
  });
});

test('each of several joined files may begin with a byte order mark, as kubectl has it', () => {
  const documents = read(`\ufeff${namespace('a')}---\n\ufeff${namespace('b')}---  # third\r\n\ufeff${namespace('c')}`);

  expect(documents.map(({ manifest }) => manifest?.metadata?.name)).toEqual(['a', 'b', 'c']);
  expect(problemsOf(documents)).toEqual([]);
});

test.each([
  ['a: *.example.com', 'put it in quotes, if text is meant: "*.example.com"'],
  ['a: */5 * * * *', expect.stringContaining('put text that begins with * in quotes')],
])('%s is text without its quotes', (text, fix) => {
  expect(readDocuments(text, 'a.yaml')[0].problems[0].fix).toEqual(fix);
});
