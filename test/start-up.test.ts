import { spawnSync } from 'child_process';
import * as path from 'path';

const ROOT = path.resolve(__dirname, '..');

/** Files that a process has loaded when it has synthesized a small app, relative to the project. */
function loadedFiles(): string[] {
  const program = `
    const { App, Chart, Size } = require('cdk8s');
    const { HealthCheck, StatefulApp } = require('./src');
    new StatefulApp(new Chart(new App(), 'chart'), 'web', {
      image: 'httpd:2.4.62',
      replicas: 3,
      ports: [{ name: 'http', port: 8080 }],
      volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
      files: [{ path: '/etc/web.conf', content: 'a' }],
      healthCheck: HealthCheck.http(),
    }).node.root.synthYaml();
    console.log(JSON.stringify(Object.keys(require.cache)));
  `;
  const run = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) { throw new Error(run.stderr); }
  return JSON.parse(run.stdout).map((file: string) => path.relative(ROOT, file).replaceAll('\\', '/'));
}

test('a small app loads what it needs and nothing else', () => {
  const files = loadedFiles();

  expect(files).toContain('src/stateful-app.ts');
  expect(files.filter(file => /^node_modules\/(cdk8s-plus-27|yaml)\/|^src\/(checks|topology|update|cli)\//.test(file))).toEqual([]);
});
