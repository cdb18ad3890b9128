import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useFolder } from './folder';

// What `npx projen compile` made is packed and installed here, as a user would from the registry: run it first.
const ROOT = resolve(__dirname, '../..');
const folder = useFolder();

test('a repository that init made does what its README says, with the package as it is published', () => {
  const infra = join(folder.path, 'infra');
  const { CDK8S_OUTDIR, GITHUB_ACTIONS, GITLAB_CI, NODE_OPTIONS, ...env } = process.env;
  const npm = (...words: string[]) => execFileSync('npm', words, { cwd: infra, encoding: 'utf8', env });

  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder.path], { cwd: ROOT, encoding: 'utf8', env }));
  execFileSync(join(ROOT, 'bin/cdk8s-stateful'), ['init', infra]);
  const file = join(infra, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, 'cdk8s-stateful': `file:../${filename}` } }));
  npm('install', '--prefer-offline', '--no-audit', '--no-fund');

  expect(npm('test')).toMatch(/# pass 2\n/);
  expect(npm('run', 'synth')).toContain('dist/cache.k8s.yaml');
  expect(npm('run', '--silent', 'describe')).toContain('StatefulSet shop/cache runs 1 pod, cache-0, with redis:8.2.10-bookworm.');
  expect(npm('run', '--silent', 'picture')).toContain('flowchart LR');

  // What the pipeline does with a pull request that renames the set, which would strand its data.
  writeFileSync(join(folder.path, 'event.json'), '{"ref": "refs/heads/main"}');
  execFileSync('cp', ['-r', join(infra, 'dist'), join(infra, 'before')]);
  writeFileSync(join(infra, 'cache.ts'), readFileSync(join(infra, 'cache.ts'), 'utf8').replace("StatefulApp(this, 'cache'", "StatefulApp(this, 'store'"));
  expect(spawnSync('npm', ['test'], { cwd: infra, env }).status).not.toBe(0);
  npm('run', 'synth');
  const summary = join(folder.path, 'summary.md');
  const report = spawnSync('bash', ['node_modules/cdk8s-stateful/ci/report.sh'], {
    cwd: infra, encoding: 'utf8', env: { ...env, BEFORE: 'before', AFTER: 'dist', GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(folder.path, 'event.json'), GITHUB_STEP_SUMMARY: summary },
  });

  expect({ status: report.status, stderr: report.stderr }).toEqual({ status: 1, stderr: '' });
  expect(readFileSync(summary, 'utf8')).toContain('**strands data**');
  expect(readFileSync(summary, 'utf8')).toContain('```mermaid');
}, 300_000);
