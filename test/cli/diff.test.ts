import { execFileSync } from 'child_process';
import { stringify } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { statefulSet } from '../update/support';

const folder = useFolder();

const before = () => folder.write('before.yaml', stringify(statefulSet()));
const after = (spec: object) => folder.write('after.yaml', stringify(statefulSet(spec)));

test('no change ends with 0', () => {
  const { code, out, err } = record(['diff', before(), after({})]);

  expect({ code, out, err }).toEqual({ code: 0, out: 'No changes.\n', err: '' });
});

test('a harmless change ends with 0, a dangerous or refused one with 1', () => {
  const file = before();

  const codes = [{ replicas: 4 }, { replicas: 2 }, { serviceName: 'x' }].map(spec => record(['diff', file, after(spec)]).code);

  expect(codes).toEqual([0, 1, 1]);
});

test.each([
  ['json', '{\n'],
  ['markdown', '### '],
  ['github', '::error '],
  ['text', 'EFFECT '],
])('prints %s', (format, start) => {
  const { out } = record(['diff', '--format', format, before(), after({ replicas: 2 })]);

  expect(out.startsWith(start)).toBe(true);
});

test('annotations stand at the line of the new manifest', () => {
  const file = after({ replicas: 2 });

  const { out } = record(['diff', '--format', 'github', before(), file]);

  expect(out).toContain(`::error file=${file.replaceAll(':', '%3A')},line=7,col=3,title=stale data%3A StatefulSet data/db /spec/replicas::`);
});

test('colours are for terminals', () => {
  const words = ['diff', before(), after({ replicas: 2 })];

  expect(record(words).out).not.toContain('\u001b');
  expect(record(words, { colours: true }).out).toContain('\u001b');
});

test('plans are printed if asked for', () => {
  const words = ['diff', before(), after({ replicas: 2 })];

  expect(record([...words, '--plan']).out).toContain('PLAN: ');
  expect(record(words).out).not.toContain('PLAN: ');
  expect(JSON.parse(record([...words, '--plan', '--format', 'json']).out).plans[0].steps[0].number).toBe(1);
});

test('a danger that the config accepts ends with 0, and an acceptance without a danger is told', () => {
  const config = folder.write('cdk8s-stateful.yaml', 'acceptedChanges:\n  - { id: "D5:data/db", reason: drained }\n  - { id: "D4:data/db", reason: x }\n');

  const { code, out, err } = record(['diff', '--config', config, before(), after({ replicas: 2 })]);

  expect(code).toBe(0);
  expect(out).toContain('accepted: drained');
  expect(err).toContain("'D4:data/db' is not among the changes");
});

test('standard input is one side', () => {
  const { code } = record(['diff', '-', after({ replicas: 2 })], { input: stringify(statefulSet()) });

  expect(code).toBe(1);
});

test('a document that cannot be read is no object that is gone', () => {
  const broken = folder.write('broken.yaml', `${stringify(statefulSet())}---\nkind: [`);

  const { code, err } = record(['diff', before(), broken]);

  expect(code).toBe(2);
  expect(err).toContain(`${broken}:`);
});

test.each([
  [['diff', 'a'], 'two sides are compared, got 1'],
  [['diff', 'a', 'b', 'c'], 'two sides are compared, got 3'],
  [['diff', '--kubernetes-version', 'new', 'a', 'b'], "'new' is no version of Kubernetes"],
  [['diff', 'no-such-folder', 'b'], "cannot read 'no-such-folder'"],
])('%j is bad usage', (words, message) => {
  const { code, err } = record(words);

  expect(code).toBe(2);
  expect(err).toContain(message);
});

describe('git', () => {
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder.path, stdio: 'pipe' });
  const working = process.cwd();

  beforeEach(() => {
    folder.write('dist/db.yaml', stringify(statefulSet()));
    folder.write('dist/sub/other.yaml', stringify(statefulSet({}, { name: 'other' })));
    folder.write('dist/.hidden/x.yaml', 'a: [');
    folder.write('dist/notes.txt', 'no manifest');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    folder.write('dist/db.yaml', stringify(statefulSet({ replicas: 2 })));
    process.chdir(folder.path);
  });

  afterEach(() => { process.chdir(working); });

  test('a revision is one side, from wherever the command runs', () => {
    const { code, out } = record(['diff', 'git:HEAD:dist', 'dist']);
    process.chdir('dist');
    const below = record(['diff', 'git:HEAD:db.yaml', 'db.yaml']);

    expect([code, below.code]).toEqual([1, 1]);
    expect(out).toContain('D5:data/db');
    expect(out).toContain('1 change,');
    expect(below.out).toContain('D5:data/db');
  });

  test('annotations of what is gone name the file as it was called', () => {
    folder.write('dist/db.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');

    const { out } = record(['diff', '--format', 'github', 'git:HEAD:dist', 'dist']);

    expect(out).toMatch(/^::error file=dist\/db\.yaml,line=1,col=1,title=strands data%3A StatefulSet data\/db::/);
  });

  test.each([
    ['git:nowhere:dist', "cannot read 'git:nowhere:dist'"],
    ['git:HEAD:none', "there are no manifests at 'none'"],
    ['git:HEAD', 'names no revision and path'],
    ['git:--help:dist', 'names no revision and path'],
  ])('%s is bad usage', (input, message) => {
    const { code, err } = record(['diff', input, 'dist']);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
