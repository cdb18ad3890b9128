// `npm run conformance`: where the checker or the differ says something else than a real API server.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectKinds } from './bases';
import { Client } from './client';
import { Discovery } from './discovery';
import { withResult } from './docs-table';
import { Options, parseOptions } from './options';
import { printPublished, publishedIn, runPublished } from './published';
import { printReader } from './reader/report';
import { runReader } from './reader/run-reader';
import { Report, printReport, reportOf } from './report';
import { runConformance } from './run';
import { ApiServer } from './server';
import { createSurroundings } from './surroundings';
import { Kubectl } from '../kubernetes/kubectl';
import { versionOf } from '../kubernetes/minors';
import { withUpdates } from './updates/docs-row';
import { LiveObjects } from './updates/live-objects';
import { printUpdates, updatesReportOf } from './updates/report';
import { runUpdates } from './updates/run-updates';
import { Oracle } from './verdict';
import { ApiModel } from '../../src/kubernetes/api/model';

const NO_KUBECONFIG = '/dev/null';

const print = (line: string) => console.log(line);

/** The options with what is found out first. */
interface Context extends Options {
  /** `1.36.3` */
  readonly version: string;
  readonly progress: (line: string) => void;
}

async function askAboutObjects(oracle: Oracle, context: Context): Promise<Report> {
  const run = await runConformance(oracle, context);
  context.progress(`${run.records.length} records`);
  const report = await reportOf(run, oracle, context.version, context);
  printReport(report, print);
  if (context.record) { record((page, when) => withResult(page, report, when)); }
  return report;
}

async function askAboutManifests(client: Client, folder: string, version: string, json: string | undefined): Promise<void> {
  const records = await runPublished(client, publishedIn(folder), version);
  await printPublished(records, print);
  if (json) { writeFileSync(json, JSON.stringify(records.map(({ derived, ...one }) => one), undefined, 1)); }
}

async function askAboutUpdates(oracle: Oracle, live: LiveObjects, updates: number, context: Context) {
  const report = await updatesReportOf(await runUpdates(oracle, live, { ...context, updates }), context.version, context.seed);
  printUpdates(report, print);
  if (context.record) { record((page, when) => withUpdates(page, report, when)); }
  return report;
}

/** The kinds of a default server should be those that the API model calls on by default. */
function kindsThatDiffer(discovery: Discovery, model: ApiModel): string[] {
  const known = objectKinds(model).map(({ apiVersion, kind }) => `${apiVersion}/${kind}`);
  const served = discovery.objectKinds();
  return [
    ...served.filter(name => !known.includes(name)).map(name => `the server has ${name}, of which the API model says it is off or not there`),
    ...known.filter(name => !served.includes(name)).map(name => `the API model has ${name}, which the server does not have`),
  ];
}

function record(change: (page: string, when: { date: string; commit: string }) => string): void {
  const page = join(__dirname, '../../docs/conformance.md');
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: __dirname, encoding: 'utf8' }).stdout.trim();
  writeFileSync(page, change(readFileSync(page, 'utf8'), { date: new Date().toISOString().slice(0, 10), commit }));
}

/** What is read is asked of kubectl alone, which needs no server for it. */
async function askAboutFiles({ kubernetes, seed, groups, json }: Options, texts: number): Promise<void> {
  const records = await runReader(new Kubectl(kubernetes, NO_KUBECONFIG), { seed, texts });
  printReader(records, { kubernetes: versionOf(kubernetes), seed, groups }, print);
  if (json) { writeFileSync(json, JSON.stringify(records, undefined, 1)); }
}

async function main(args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (options.reader !== undefined) { return askAboutFiles(options, options.reader); }
  return askServer(options);
}

async function askServer(options: Options): Promise<void> {
  const version = versionOf(options.kubernetes);
  const server = new ApiServer(options.kubernetes);
  const begin = Date.now();
  const progress = (line: string) => process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(0)} s  ${line}\n`);
  // Its processes would go on without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) { process.once(signal, () => void server.down().finally(() => process.exit(130))); }
  try {
    const client = await server.up();
    const discovery = await Discovery.of(client);
    await createSurroundings(client, discovery);
    progress(`Kubernetes ${version} runs`);
    kindsThatDiffer(discovery, ApiModel.of(version)).forEach(print);
    if (options.manifests !== undefined) { return await askAboutManifests(client, options.manifests, version, options.json); }
    const oracle = new Oracle(client, discovery);
    const context: Context = { ...options, version, progress };
    const report = options.updates === undefined
      ? await askAboutObjects(oracle, context)
      : await askAboutUpdates(oracle, new LiveObjects(client, discovery, server.kubectl), options.updates, context);
    if (options.json) { writeFileSync(options.json, JSON.stringify(report, undefined, 1)); }
  } finally {
    await server.down();
  }
}

main(process.argv.slice(2)).catch(error => {
  console.error(error.stack);
  process.exitCode = 1;
});
