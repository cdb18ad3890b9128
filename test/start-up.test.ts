import { spawnSync } from 'child_process';
import * as path from 'path';

const ROOT = path.resolve(__dirname, '..');

/** Files that a process has loaded when it has built a small app, and when it has synthesized it, relative to the project. */
function loadedFiles(): { built: string[]; synthesized: string[] } {
  const program = `
    const { App, Chart, Size } = require('cdk8s');
    const { HealthCheck, StatefulApp } = require('./src');
    const app = new App();
    new StatefulApp(new Chart(app, 'chart'), 'web', {
      image: 'httpd:2.4.62',
      replicas: 3,
      ports: [{ name: 'http', port: 8080 }],
      volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }],
      files: [{ path: '/etc/web.conf', content: 'a' }],
      healthCheck: HealthCheck.http(),
    });
    const built = Object.keys(require.cache);
    app.synthYaml();
    console.log(JSON.stringify({ built, synthesized: Object.keys(require.cache) }));
  `;
  const run = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) { throw new Error(run.stderr); }
  const relative = (file: string) => path.relative(ROOT, file).replaceAll('\\', '/');
  const { built, synthesized } = JSON.parse(run.stdout) as Record<'built' | 'synthesized', string[]>;
  return { built: built.map(relative), synthesized: synthesized.map(relative) };
}

const { built, synthesized } = loadedFiles();

// `ManifestCheck`, `ManifestDiff` and `ManifestValidation` are exported, and load nothing before they are asked.
test('a small app loads what it needs and nothing else', () => {
  expect(built).toContain('src/constructs/stateful-app.ts');
  expect(built.filter(file => /^node_modules\/(cdk8s-plus-27|yaml)\/|^src\/(checks|diff|lock|cli)\/(?!manifest-|configuration\/cluster\.ts)/.test(file))).toEqual([]);
});

test('its synthesis loads the checks, but no YAML parser and nothing that looks at updates without a lock file', () => {
  expect(synthesized).toContain('src/checks/run.ts');
  expect(synthesized.filter(file => /^node_modules\/(cdk8s-plus-27|yaml)\/|^src\/cli\/|^src\/lock\/lock(-file)?\.ts/.test(file))).toEqual([]);
});
