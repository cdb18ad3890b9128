import { spawnSync } from 'child_process';
import * as path from 'path';
import { useFolder } from './folder';

const ROOT = path.join(__dirname, '..', '..');
const TORN = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\nkind: Namespace\n';

const folder = useFolder();

// As users get it: run `npx projen compile` first, and again after every change.
const COMMAND = path.join(ROOT, 'bin', 'cdk8s-stateful');

/** The command as a process of its own. */
function cdk8sStateful(words: readonly string[], { forceColour, ...options }: { input?: string; forceColour?: string } = {}) {
  // The runner of tests may have asked for colours of its own.
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  const env = forceColour === undefined ? rest : { ...rest, FORCE_COLOR: forceColour };
  const { status, stdout, stderr } = spawnSync(COMMAND, words, { encoding: 'utf8', cwd: folder.path, maxBuffer: 1e8, env, ...options });
  return { status, stdout, stderr };
}

test('exit codes are 0 for clean, 1 for findings, 2 for wrong usage', () => {
  folder.write('clean.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n');
  folder.write('torn.yaml', TORN);

  expect(cdk8sStateful(['check', 'clean.yaml'])).toMatchObject({ status: 0, stderr: '' });
  expect(cdk8sStateful(['check', 'torn.yaml'])).toMatchObject({ status: 1, stderr: '' });
  expect(cdk8sStateful(['check', 'gone.yaml'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining("cannot read 'gone.yaml'") });
});

test('reads standard input and prints without colours into a pipe', () => {
  const { status, stdout } = cdk8sStateful(['check', '-'], { input: TORN });

  expect(status).toBe(1);
  expect(stdout).toMatch(/^standard input\n {2}4:1 /);
  expect(stdout).not.toContain('\u001b');
});

test('FORCE_COLOR asks for colours in the log of a pipeline, or forbids them', () => {
  const [forced, forbidden] = ['1', '0'].map(forceColour => cdk8sStateful(['check', '-'], { input: TORN, forceColour }).stdout);

  expect(forced).toContain('\u001b');
  expect(forbidden).not.toContain('\u001b');
});

test('finds its config in the current folder', () => {
  folder.write('torn.yaml', TORN);
  folder.write('cdk8s-stateful.yaml', 'acknowledgements: [{rule: incomplete-document, reason: on purpose}]');

  expect(cdk8sStateful(['check', '.'])).toMatchObject({ status: 0, stdout: 'nothing found; 1 acknowledged (1 object in 1 file checked for Kubernetes 1.36)\n' });
});

test('a large report arrives whole in a pipe', () => {
  folder.write('many.yaml', Array.from({ length: 5000 }, () => TORN).join('---\n'));

  const { stdout } = cdk8sStateful(['check', '--scope', 'object', '--format', 'json', '.']);

  expect(JSON.parse(stdout).findings).toHaveLength(5000);
});

test('a reader that leaves early is no failure of ours', () => {
  folder.write('many.yaml', Array.from({ length: 5000 }, () => TORN).join('---\n'));
  const { stdout, stderr } = spawnSync('bash', ['-c', `${COMMAND} check . | head -1; echo "status \${PIPESTATUS[0]}"`], { encoding: 'utf8', cwd: folder.path });

  expect(stderr).toBe('');
  expect(stdout).toBe('many.yaml\nstatus 1\n');
});

test('a result that cannot be written is told in one line', () => {
  const { stdout, stderr } = spawnSync('bash', ['-c', `${COMMAND} --help > /dev/full; echo "status $?"`], { encoding: 'utf8', cwd: folder.path });

  expect(stdout).toBe('status 2\n');
  expect(stderr).toBe('cdk8s-stateful: cannot write the result: no space is left on the disk\n');
});

test('the published file helps', () => {
  expect(cdk8sStateful(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: cdk8s-stateful <command>') });
});
