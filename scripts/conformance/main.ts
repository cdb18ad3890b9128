// `npm run conformance`: where the checker says something else than a real API server.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Discovery } from './discovery';
import { withResult } from './docs-table';
import { parseOptions } from './options';
import { Report, printReport, reportOf } from './report';
import { runConformance } from './run';
import { ApiServer } from './server';
import { createSurroundings } from './surroundings';
import { Oracle } from './verdict';
import { versionOf } from '../kubernetes/minors';

async function main(args: string[]): Promise<void> {
  const options = parseOptions(args);
  const version = versionOf(options.kubernetes);
  const server = new ApiServer(options.kubernetes);
  const progress = (line: string) => process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(0)} s  ${line}\n`);
  const begin = Date.now();
  // Its processes would go on without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) { process.once(signal, () => void server.down().finally(() => process.exit(130))); }
  try {
    const client = await server.up();
    const discovery = await Discovery.of(client);
    await createSurroundings(client, discovery);
    progress(`Kubernetes ${version} runs`);
    const oracle = new Oracle(client, discovery);
    const run = await runConformance(oracle, { ...options, version, progress });
    progress(`${run.records.length} records`);
    const report = await reportOf(run, oracle, version, options);
    printReport(report, line => console.log(line));
    if (options.record) { record(report); }
    if (options.json) { writeFileSync(options.json, JSON.stringify(report, undefined, 1)); }
  } finally {
    await server.down();
  }
}

function record(report: Report): void {
  const page = join(__dirname, '../../docs/conformance.md');
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: __dirname, encoding: 'utf8' }).stdout.trim();
  writeFileSync(page, withResult(readFileSync(page, 'utf8'), report, { date: new Date().toISOString().slice(0, 10), commit }));
}

main(process.argv.slice(2)).catch(error => {
  console.error(error.stack);
  process.exitCode = 1;
});
