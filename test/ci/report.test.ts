import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { useFolder } from '../cli/folder';

const ROOT = resolve(__dirname, '../..');
const folder = useFolder();

/** The script with a program in place of `npx` and `node` that writes down what it is told, word by word. */
function run(env: Record<string, string>, status = 0) {
  for (const name of ['npx', 'node']) {
    folder.write(`bin/${name}`, `#!/bin/sh\nfor word in ${name} "$@"; do printf '[%s]' "$word" >> calls; done\necho >> calls\n${name === 'npx' ? `case "$*" in *diff*) exit ${status};; esac` : ''}\n`);
    chmodSync(join(folder.path, 'bin', name), 0o755);
  }
  const result = spawnSync('bash', [join(ROOT, 'ci/report.sh')], {
    cwd: folder.path, env: { PATH: `${join(folder.path, 'bin')}:${process.env.PATH}`, RUNNER_TEMP: folder.path, ...env }, encoding: 'utf8',
  });
  return { status: result.status, calls: readFileSync(join(folder.path, 'calls'), 'utf8') };
}

test('compares, draws and comments', () => {
  const { status, calls } = run({ BEFORE: 'before/dist' });

  expect(status).toBe(0);
  expect(calls).toContain('[npx][--no-install][cdk8s-stateful][diff][--format][markdown][--plan][--][before/dist][dist]\n');
  expect(calls).toContain('[graph][--format][mermaid][--][before/dist][dist]\n');
  expect(calls).toMatch(/\[node\]\[.*\/ci\/comment\.mjs\]\[.*cdk8s-stateful-diff\.md\]\[.*picture\.mmd\]/);
});

test('the configuration of the pull request says which dangers are accepted, if there is one', () => {
  folder.write('pull request/c.yaml', 'acceptedChanges: []\n');
  const of = (config: string) => run({ BEFORE: 'a', CONFIG: config }).calls.split('\n').filter(call => call.includes('[diff]')).at(-1);

  expect(of('pull request/c.yaml')).toContain('[--plan][--config=pull request/c.yaml][--]');
  expect(of('none.yaml')).toContain('[--plan][--]');
});

test('dangers fail the job after the comment is written, unless they shall not', () => {
  expect(run({ BEFORE: 'a' }, 1)).toMatchObject({ status: 1, calls: expect.stringContaining('comment.mjs') });
  expect(run({ BEFORE: 'a', FAIL_ON_DANGER: 'false' }, 1)).toMatchObject({ status: 0 });
});

test('what could not be compared is no report', () => {
  expect(run({ BEFORE: 'a' }, 2)).toMatchObject({ status: 2, calls: expect.not.stringContaining('comment.mjs') });
});

test('whatever a name holds, nothing of it is run', () => {
  const name = '$(touch hurt) `touch hurt`; touch hurt\n--config=x';

  const { calls } = run({ BEFORE: name, AFTER: '--help' });

  expect(calls).toContain(`[--][${name}][--help]`);
  expect(existsSync(join(folder.path, 'hurt'))).toBe(false);
});

test('the action gives its inputs as variables, and asks for no right', () => {
  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

  expect(action.runs.steps.map(({ run: command }: { run: string }) => command)).toEqual(['bash "$GITHUB_ACTION_PATH/ci/report.sh"']);
  expect(Object.keys(action.runs.steps[0].env)).toEqual(['BEFORE', 'AFTER', 'CONFIG', 'FAIL_ON_DANGER', 'GITHUB_TOKEN']);
});

test('the template of GitLab runs what is in the package, and no text of the merge request is part of a command', () => {
  const { 'cdk8s-stateful': job, 'cdk8s-stateful-synth': synth } = parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'));

  expect(job.script.at(-1)).toContain('node_modules/cdk8s-stateful/ci/report.sh');
  expect([...job.script, ...synth.script].join('\n').match(/\$\w+/g)).toEqual(['$CI_MERGE_REQUEST_DIFF_BASE_SHA']);
  expect(job.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
});

/** Workflows that comment: that of `init`, and the one of the page. */
const WORKFLOWS: [string, string][] = [
  ['of init', readFileSync(join(ROOT, 'templates/init/_github/workflows/pull-request.yml'), 'utf8')],
  ['of the page', /```yaml\n(# \.github[^]*?)```/.exec(readFileSync(join(ROOT, 'docs/pull-requests.md'), 'utf8'))![1]],
];

test.each(WORKFLOWS)('the workflow %s runs the code of a pull request in a job that may change nothing, and comments in another one', (_, text) => {
  const { on, permissions, jobs } = parse(text);
  const { uses: checkout, with: { ref } } = jobs.diff.steps[0];

  expect({ on, permissions, ofSynth: jobs.synth.permissions }).toEqual({ on: 'pull_request', permissions: { contents: 'read' }, ofSynth: undefined });
  expect(jobs.diff).toMatchObject({ needs: 'synth', permissions: { 'contents': 'read', 'pull-requests': 'write' } });
  expect([checkout, ref]).toEqual(['actions/checkout@v4', '${{ github.event.pull_request.base.sha }}']);
  expect(jobs.diff.steps.filter(({ uses = '' }: { uses?: string }) => uses.startsWith('actions/checkout')).length).toBe(1);
  expect(JSON.stringify(jobs.synth)).not.toMatch(/token|secrets/);
  expect(text.match(/persist-credentials: false/g)).toHaveLength(2);
  // What comes out of the other job is never where a program is looked for.
  expect(jobs.diff.steps.flatMap(({ run: command = '', 'working-directory': where = '' }: Record<string, string>) => `${command} ${where}`.match(/pull-request\S*/g) ?? [])).toEqual([]);
});

test('the template of GitLab runs the code of a merge request in a job without the token, and comments in another one', () => {
  const { 'cdk8s-stateful': job, 'cdk8s-stateful-synth': synth } = parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'));
  const before = job.script.slice(0, job.script.findIndex((line: string) => line.startsWith('git checkout --force --detach')));

  expect([synth.environment, job.environment.name]).toEqual([undefined, 'cdk8s-stateful']);
  expect(before.join('\n')).not.toMatch(/npm|npx|node |bash/);
});
