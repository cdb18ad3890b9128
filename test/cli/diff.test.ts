import { execFileSync } from 'child_process';
import { stringify } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { podTemplate, statefulSet } from '../diff/support';

const folder = useFolder();

const before = () => folder.write('before.yaml', stringify(statefulSet()));
const after = (spec: object) => folder.write('after.yaml', stringify(statefulSet(spec)));

test('no change ends with 0', () => {
  const { code, out, err } = record(['diff', before(), after({})]);

  expect({ code, out, err }).toEqual({ code: 0, out: 'No changes on Kubernetes 1.36.\n', err: '' });
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

test('formats for machines hold what is refused or dangerous, with its rule and its line', () => {
  const words = ['diff', before(), after({ replicas: 2, template: podTemplate({ image: 'postgres:15.4' }) })];

  const sarif = JSON.parse(record([...words, '--format', 'sarif']).out).runs[0];
  const junit = record([...words, '--format', 'junit']).out;

  expect(sarif.results).toMatchObject([{ ruleId: 'scale-in-leaves-claims', level: 'error', locations: [{ physicalLocation: { region: { startLine: expect.any(Number) } } }] }]);
  expect(sarif.tool.driver.rules).toMatchObject([{ id: 'scale-in-leaves-claims', helpUri: expect.stringContaining('/docs/updates.md#scale-in-leaves-claims') }]);
  expect(junit).toContain('<testsuites name="cdk8s-stateful diff" tests="1" failures="1">');
});

test('plans are printed if asked for', () => {
  const words = ['diff', before(), after({ replicas: 2 })];

  expect(record([...words, '--plan']).out).toContain('PLAN: ');
  expect(record(words).out).not.toContain('PLAN: ');
  expect(JSON.parse(record([...words, '--plan', '--format', 'json']).out).plans[0].steps[0].number).toBe(1);
});

test('a danger that the config accepts ends with 0, and an acceptance without a danger is told', () => {
  const config = folder.write('cdk8s-stateful.yaml', 'acceptedChanges:\n  - { id: "scale-in-leaves-claims:data/db", reason: drained }\n  - { id: "scale-in-deletes-claims:data/db", reason: x }\n');

  const { code, out, err } = record(['diff', '--config', config, before(), after({ replicas: 2 })]);

  expect(code).toBe(0);
  expect(out).toContain('accepted: drained');
  expect(err).toBe(`cdk8s-stateful: ${config}: acceptedChanges: 'scale-in-deletes-claims:data/db' is not among the changes; did you mean 'scale-in-leaves-claims:data/db'?\n`);
});

test('an acceptance by the id of an earlier version is read, and it is said what to write', () => {
  const config = folder.write('cdk8s-stateful.yaml', 'acceptedChanges:\n  - { id: "D5:data/db", reason: drained }\n  - { id: "D1:data/old", reason: x }\n');

  const { code, err } = record(['diff', '--config', config, before(), after({ replicas: 2 })]);

  expect(code).toBe(0);
  expect(err.trimEnd().split('\n')).toEqual([
    "'D5:data/db' is called 'scale-in-leaves-claims:data/db' now; write that",
    "'D1:data/old' is called 'set-renamed:data/old' or 'set-removed:data/old' now; write that",
    "'D1:data/old' is not among the changes; remove it",
  ].map(text => `cdk8s-stateful: ${config}: acceptedChanges: ${text}`));
});

test('what cannot or need not be accepted is told', () => {
  const config = folder.write('cdk8s-stateful.yaml', [
    'acceptedChanges:',
    '  - { id: "statefulset-immutable:data/db/spec.serviceName", reason: please }',
    '  - { id: "pod-template:data/db/spec/template/spec/containers/0/image", reason: x }',
    '  - { id: "partition-left:other/set", reason: x }',
    '',
  ].join('\n'));

  const { code, err } = record(['diff', '--config', config, before(), after({ serviceName: 'x', template: podTemplate({ image: 'postgres:15.4' }) })]);

  expect(code).toBe(1);
  expect(err).toContain("'statefulset-immutable:data/db/spec.serviceName' cannot be accepted: the API server refuses it");
  expect(err).toContain("'pod-template:data/db/spec/template/spec/containers/0/image' is no danger");
  expect(err).toContain("'partition-left:other/set' is not among the changes; remove it");
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

test('against a folder that does not exist yet everything is new', () => {
  const { code, out, err } = record(['diff', `${folder.path}/none`, after({})]);

  expect(code).toBe(0);
  expect(out).toContain('StatefulSet data/db  the whole object  a new StatefulSet');
  expect(err).toBe(`cdk8s-stateful: '${folder.path}/none' holds no manifests yet, so everything is new\n`);
});

test.each([
  [['diff', 'a'], 'two sides are compared, got 1'],
  [['diff', 'a', 'b', 'c'], 'two sides are compared, got 3'],
  [['diff', '--kubernetes-version', 'new', 'a', 'b'], "'new' is no version of Kubernetes"],
  [['diff', 'no-such-folder', 'b'], "cannot read 'b'"],
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
    expect(out).toContain('scale-in-leaves-claims:data/db');
    expect(out).toContain('1 change,');
    expect(below.out).toContain('scale-in-leaves-claims:data/db');
  });

  test('annotations of what is gone name the file as it was called', () => {
    folder.write('dist/db.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');

    const { out } = record(['diff', '--format', 'github', 'git:HEAD:dist', 'dist']);

    expect(out).toMatch(/^::error file=dist\/db\.yaml,line=1,col=1,title=strands data%3A StatefulSet data\/db::/);
  });

  test('paths may hold spaces, and name a file or a folder', () => {
    folder.write('a b/my db.yaml', stringify(statefulSet()));
    git('add', '.');
    git('commit', '-qm', 'second');
    folder.write('a b/my db.yaml', stringify(statefulSet({ replicas: 2 })));

    const [whole, file] = ['a b', 'a b/my db.yaml'].map(name => record(['diff', `git:HEAD:${name}`, name]).out);

    expect(whole).toContain('scale-in-leaves-claims:data/db');
    expect(file).toContain('scale-in-leaves-claims:data/db');
  });

  test.each([
    ['git:nowhere:dist', "there is no revision 'nowhere' here; 'git branch --all' and 'git tag' list what there is"],
    ['git:HED:dist', "there is no revision 'HED' here; did you mean 'HEAD'?"],
    ['git:HEAD~9:dist', "there is no revision 'HEAD~9' here; 'git log' shows how far the history goes"],
    ['git:origin/main:dist', "fetch it first, with 'git fetch origin main'"],
    ['git:HEAD:none', "there is no 'none' in revision 'HEAD'; 'git ls-tree -r --name-only HEAD' lists what there is"],
    ['git:HEAD:dits', "there is no 'dits' in revision 'HEAD'; did you mean 'dist'?"],
    ['git:HEAD:dist/gone.yaml', "there is no 'dist/gone.yaml' in revision 'HEAD'"],
    ['git:HEAD:notes', "'notes' holds no .yaml, .yml, .json or .jsonl file in revision 'HEAD'"],
    ['git:HEAD:new', 'it was not in version control there. Synthesize that revision elsewhere and compare the folders: git worktree add ../base HEAD'],
    ['git:HEAD', 'names no revision and path'],
    ['git:--help:dist', 'names no revision and path'],
    ['HEAD:dist', "a file of a revision is written 'git:HEAD:dist'"],
  ])('%s is bad usage, and the message says what to type', (input, message) => {
    folder.write('notes/a.txt', 'no manifest');
    git('add', '.');
    git('commit', '-qm', 'second');
    folder.write('.gitignore', 'new\n');
    folder.write('new/a.yaml', stringify(statefulSet()));

    const { code, err } = record(['diff', input, 'dist']);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a folder that came later was empty before', () => {
    folder.write('new/a.yaml', stringify(statefulSet()));

    const { code, out, err } = record(['diff', 'git:HEAD:new', 'new']);

    expect(code).toBe(0);
    expect(out).toContain('a new StatefulSet');
    expect(err).toBe("cdk8s-stateful: 'git:HEAD:new' holds no manifests yet, so everything is new\n");
  });

  test('a path from the top of the repository is answered with the one from here', () => {
    process.chdir('dist/sub');

    const { err } = record(['diff', 'git:HEAD:dist', '.']);

    expect(err).toContain('where paths begin; write git:HEAD:..\n');
  });

  test('a shallow clone says how to get the rest', () => {
    git('commit', '--allow-empty', '-qm', 'second');
    git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'shallow');
    process.chdir('shallow');

    const { err } = record(['diff', 'git:HEAD~1:dist', 'dist']);

    expect(err).toContain("for this is a shallow clone; fetch the rest with 'git fetch --unshallow', or in a workflow with actions/checkout and 'fetch-depth: 0'");
  });

  test('outside of a repository that is said', () => {
    process.chdir('/');

    const { code, err } = record(['diff', 'git:HEAD:dist', folder.path]);

    expect(code).toBe(2);
    expect(err).toContain('the working directory is in no git repository');
  });
});
