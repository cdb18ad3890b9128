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
  expect(Object.keys(action.runs.steps[0].env)).toEqual(['BEFORE', 'AFTER', 'FAIL_ON_DANGER', 'GITHUB_TOKEN']);
});

test('the template of GitLab runs what is in the package, and no text of the merge request is part of a command', () => {
  const { 'cdk8s-stateful': job } = parse(readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8'));

  expect(job.script.at(-1)).toContain('node_modules/cdk8s-stateful/ci/report.sh');
  expect(job.script.join('\n').match(/\$\w+/g)).toEqual(['$CI_MERGE_REQUEST_DIFF_BASE_SHA']);
  expect(job.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
});
