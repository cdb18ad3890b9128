import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { systemsOf } from '../../src/lock/lock';
import { printLock } from '../../src/lock/lock-file';
import { lockReport } from '../../src/synthesis/synthesis-lock';
import { statefulSet } from '../diff/support';

const locked = systemsOf([statefulSet()], 'dist');
const { CDK8S_OUTDIR } = process.env;
let folder: string;

/** A lock file that knows the output of `dist`. */
function lockFile(content = printLock({ systems: locked, accepted: [] })): string {
  const file = join(folder, 'lock.yaml');
  writeFileSync(file, content);
  return file;
}

beforeEach(() => {
  delete process.env.CDK8S_OUTDIR;
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => { rmSync(folder, { recursive: true }); });

afterAll(() => { if (CDK8S_OUTDIR !== undefined) { process.env.CDK8S_OUTDIR = CDK8S_OUTDIR; } });

test('nothing is asked where there is no lock file', () => {
  expect(lockReport([{ manifests: [statefulSet({ serviceName: 'x' })] }], join(folder, 'dist'), join(folder, 'none.yaml'))).toEqual({ problems: [], notes: [] });
});

test('a break is named once, with what keeps the identity and how to accept it', () => {
  const file = lockFile();

  const { problems, notes } = lockReport([{ manifests: [statefulSet({ serviceName: 'x', selector: { matchLabels: { a: 'b' } } })] }], join(folder, 'dist'), file);

  expect(notes).toEqual([]);
  expect(problems).toHaveLength(1);
  for (const part of ["`serviceName: 'db'`", '`selectorLabels: {"app":"db"}`', 'lock --accept data/db --reason "<why>"']) { expect(problems[0]).toContain(part); }
  expect(problems[0]).toMatch(/npx cdk8s-stateful diff --plan git:HEAD:(\S*dist) \1\n *npx cdk8s-stateful lock \1\n/);
  expect(problems[0].match(/--accept/g)).toHaveLength(1);
});

test('a system that is renamed or gone is told where the app is written', () => {
  const file = lockFile();

  const [renamed, gone] = [[statefulSet({}, { name: 'x' })], []].map(manifests => lockReport([{ manifests }], join(folder, 'dist'), file).problems);

  expect(renamed).toEqual([expect.stringContaining("`name: 'db'`")]);
  expect(gone).toEqual([expect.stringContaining('is not there any more')]);
});

test('another app in the same folder is left alone, and told that nothing watches over it', () => {
  const { problems, notes } = lockReport([{ manifests: [statefulSet({}, { name: 'other' })] }], join(folder, 'dist2'), lockFile());

  expect(problems).toEqual([]);
  expect(notes).toEqual([expect.stringMatching(/npx cdk8s-stateful lock \S*dist2$/)]);
});

test('an app that is written above the folders of others is told so before it unlocks what is not its own', () => {
  const two = [...systemsOf([statefulSet()], 'dist/shop'), ...systemsOf([statefulSet({}, { name: 'ledger' })], 'dist/bank')];
  const file = lockFile(printLock({ systems: two, accepted: [] }));

  const { problems } = lockReport([{ manifests: [statefulSet()] }], join(folder, 'dist'), file);

  expect(problems[0]).toContain("The lock knows 'dist/shop' and 'dist/bank', and this app is written to");
  expect(problems[0]).toContain('cdk8s synth -o dist/shop');
});

test('another app without stateful systems hears nothing', () => {
  expect(lockReport([{ manifests: [] }], join(folder, 'dist2'), lockFile())).toEqual({ problems: [], notes: [] });
});

test('a test may synthesize a part of the app, and may not change an identity', () => {
  const outdir = join(tmpdir(), 'cdk8s.outdir.x');
  const file = lockFile();

  const [part, changed] = [statefulSet({}, { name: 'other' }), statefulSet({ serviceName: 'x' })].map(set => lockReport([{ manifests: [set] }], outdir, file));

  expect(part).toEqual({ problems: [], notes: [] });
  expect(changed.problems).toEqual([expect.stringContaining('In a test of other props, use another name or namespace')]);
});

test('the temporary folder of `cdk8s synth --stdout` is no test', () => {
  const outdir = join(tmpdir(), 'cdk8s-x');
  process.env.CDK8S_OUTDIR = outdir;

  const { problems } = lockReport([{ manifests: [statefulSet({}, { name: 'x' })] }], outdir, lockFile());

  expect(problems).toEqual([expect.stringMatching(/is now called 'data\/x'[^]*lock <manifests>/)]);
});

test('what is wrong with a lock file that cannot be understood is told', () => {
  const file = lockFile('version: 2\nsystems: []\n');

  expect(lockReport([{ manifests: [] }], join(folder, 'dist'), file).problems).toEqual([expect.stringMatching(/lock\.yaml: version: must be 1, got 2/)]);
});

describe('several clusters', () => {
  const set = (name: string, spec = {}) => ({ cluster: name, manifests: [statefulSet(spec)] });
  const written = () => join(folder, 'dist');

  test('each is held against what is locked for it, by its name or by a folder of its name', () => {
    const byName = lockFile(printLock({ systems: [...systemsOf([statefulSet()], 'dist', 'eu'), ...systemsOf([statefulSet({ serviceName: 'us' })], 'dist', 'us')], accepted: [] }));
    expect(lockReport([set('eu'), set('us', { serviceName: 'us' })], written(), byName).problems).toEqual([]);
    expect(lockReport([set('eu'), set('us')], written(), byName).problems).toEqual([expect.stringContaining("serviceName of StatefulSet 'us:data/db' is locked as \"us\", and is now \"db\" (in cluster us)")]);

    const byFolder = lockFile(printLock({ systems: [...systemsOf([statefulSet()], 'dist/eu'), ...systemsOf([statefulSet({ serviceName: 'us' })], 'dist/us')], accepted: [] }));
    expect(lockReport([set('eu'), set('us', { serviceName: 'us' })], written(), byFolder).problems).toEqual([]);
    expect(lockReport([set('eu'), { cluster: 'us', manifests: [] }], written(), byFolder).problems).toEqual([expect.stringContaining("'dist/us:data/db' is locked, and is not there any more")]);
  });

  test('what is locked without a cluster holds in each, and what breaks it in several is told once', () => {
    const { problems } = lockReport([set('eu', { serviceName: 'x' }), set('us', { serviceName: 'x' })], written(), lockFile());

    expect(problems[0].match(/is locked as/g)).toHaveLength(1);
    expect(problems[0]).toContain('(in clusters eu and us)');
  });

  test('a cluster that is gone from the code takes its systems along', () => {
    const file = lockFile(printLock({ systems: [...systemsOf([statefulSet()], 'dist', 'eu'), ...systemsOf([statefulSet()], 'dist', 'us')], accepted: [] }));

    expect(lockReport([set('eu')], written(), file).problems).toEqual([expect.stringContaining("'us:data/db' is locked, and is not there any more")]);
  });
});
