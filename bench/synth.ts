// `npm run bench`: what synthesis takes, one process for each measurement. `--help` tells the options.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { parseAllDocuments } from 'yaml';
import { helmTemplate, plainObjectsModule } from './plain-objects';
import { Measurement, growthTable, measurementTable, requirementTable } from './report';

const SUBJECTS = [
  'plain + writer', 'plain + yaml', 'ApiObject + App', 'ApiObject + LinearApp',
  'StatefulApp + App', 'StatefulApp + LinearApp', 'StatefulApp + LinearApp + checks', 'helm template',
];
/** App is quadratic in charts; 10,000 would take half an hour. */
const MAX_CHARTS_OF_APP = 3000;

const { values: options } = parseArgs({
  options: {
    counts: { type: 'string', default: '1,10,100,1000,3000,5000,10000' },
    shapes: { type: 'string', default: 'one,many' },
    subjects: { type: 'string', default: SUBJECTS.join(',') },
    runs: { type: 'string', default: '3' },
    helm: { type: 'string', default: 'helm' },
    output: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    json: { type: 'string', default: 'dist/bench/synth.json' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) {
  console.log([
    'npm run bench -- [--counts 10,100] [--shapes one,many] [--subjects A,B] [--runs 3] [--helm PATH] [--output FOLDER] [--json FILE]',
    '',
    'one:  all apps in one chart        many: a chart for each app',
    `subjects: ${SUBJECTS.join(', ')}`,
    'Their names have blanks, which npm run takes apart: npx tsx bench/synth.ts --subjects \'helm template\'',
    'Files are written to memory where there is /dev/shm, else to the disk: helm writes none.',
    'Each figure is that of the fastest of the runs; from 3,000 charts on, App runs once.',
    'Compile first (`npx projen compile`): the compiled library is measured.',
  ].join('\n'));
  process.exit();
}

const FOLDER = resolve('dist/bench');
const scratch = mkdtempSync(join(options.output, 'bench-'));

/** Compiles the program that is measured, and has it make what the others compare themselves with. */
function prepare() {
  mkdirSync(FOLDER, { recursive: true });
  const { outputText } = transpileModule(readFileSync('bench/subject.ts', 'utf8'), {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  writeFileSync(join(FOLDER, 'subject.js'), outputText);

  buildSync({ entryPoints: ['src/manifest/write/yaml-writer.ts'], outfile: join(FOLDER, 'yaml-writer.js'), bundle: true, platform: 'node' });

  const yaml = output('StatefulApp + LinearApp', 1, 'many');
  writeFileSync(join(FOLDER, 'plain-objects.js'), plainObjectsModule(parse(yaml), 'app-0'));
  mkdirSync(join(FOLDER, 'helm/templates'), { recursive: true });
  writeFileSync(join(FOLDER, 'helm/Chart.yaml'), 'apiVersion: v2\nname: fleet\nversion: 1.0.0\n');
  writeFileSync(join(FOLDER, 'helm/templates/apps.yaml'), helmTemplate(yaml, 'app-0'));
}

function parse(yaml: string): any[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map(document => document.toJS()).filter(Boolean);
}

/** Everything that a subject writes, in one text. */
function output(subject: string, count: number, shape: string): string {
  if (subject === 'helm template') { return execFileSync(options.helm, helmArguments(count), { encoding: 'utf8', maxBuffer: 2 ** 30 }); }
  const outdir = join(scratch, 'output');
  runSubject(subject, count, shape, outdir);
  const files = readdirSync(outdir).filter(name => name.endsWith('.yaml')).sort();
  const text = files.map(name => readFileSync(join(outdir, name), 'utf8')).join('---\n');
  rmSync(outdir, { recursive: true });
  return text;
}

function helmArguments(count: number): string[] {
  return ['template', 'fleet', join(FOLDER, 'helm'), '--set', `count=${count}`];
}

function runSubject(subject: string, count: number, shape: string, outdir: string) {
  const result = spawnSync(process.execPath, [join(FOLDER, 'subject.js'), subject, String(count), shape, outdir], { encoding: 'utf8' });
  if (result.status !== 0) { throw new Error(`${subject}, ${count}, ${shape}: ${result.stderr}`); }
  return JSON.parse(result.stdout);
}

/** All subjects must make the same objects, or there is nothing to compare. */
function assertSameObjects(subjects: string[]) {
  const byName = (yaml: string) => JSON.stringify(parse(yaml).map(object => JSON.stringify(sortKeys(object))).sort());
  const expected = byName(output('StatefulApp + LinearApp', 3, 'one'));
  for (const subject of subjects) {
    if (byName(output(subject, 3, 'one')) !== expected) { throw new Error(`'${subject}' does not make the same objects`); }
  }
}

function sortKeys(value: any): any {
  if (Array.isArray(value)) { return value.map(sortKeys); }
  if (typeof value !== 'object' || value === null) { return value; }
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sortKeys(value[key])]));
}

function measureOnce(subject: string, count: number, shape: string): Measurement {
  const outdir = join(scratch, 'output');
  const start = process.hrtime.bigint();
  const used = subject === 'helm template' ? runHelm(count) : runSubject(subject, count, shape, outdir);
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  rmSync(outdir, { recursive: true, force: true });
  return { subject, shape, count, wall, cpu: used.cpu, memory: used.memory };
}

/** Helm's CPU and memory are known where GNU time is installed. */
function runHelm(count: number): { cpu?: number; memory?: number } {
  const figures = join(scratch, 'helm-time');
  const time = '/usr/bin/time';
  const command = existsSync(time) ? [time, '-f', '%U %S %M', '-o', figures, options.helm] : [options.helm];
  execFileSync(command[0], [...command.slice(1), ...helmArguments(count)], { stdio: 'ignore' });
  if (!existsSync(figures)) { return {}; }
  const [user, system, kilobytes] = readFileSync(figures, 'utf8').trim().split(' ').map(Number);
  return { cpu: (user + system) * 1000, memory: kilobytes / 1024 };
}

function runsFor({ subject, count, shape }: { subject: string; count: number; shape: string }): number {
  const isQuadratic = subject.endsWith('+ App') && shape === 'many';
  if (isQuadratic && count > MAX_CHARTS_OF_APP) { return 0; }
  return isQuadratic && count >= 1000 ? 1 : Number(options.runs);
}

function fastest(measurements: Measurement[]): Measurement {
  const least = (figures: (number | undefined)[]) => figures.includes(undefined) ? undefined : Math.min(...figures as number[]);
  return {
    ...measurements[0],
    wall: least(measurements.map(({ wall }) => wall))!,
    cpu: least(measurements.map(({ cpu }) => cpu)),
    memory: least(measurements.map(({ memory }) => memory)),
  };
}

function main() {
  const hasHelm = spawnSync(options.helm, ['version'], { stdio: 'ignore' }).status === 0;
  if (!hasHelm) { console.log(`no '${options.helm}' here, so 'helm template' is left out; --helm PATH names one`); }
  const subjects = options.subjects.split(',').filter(subject => hasHelm || subject !== 'helm template');
  prepare();
  assertSameObjects(subjects);

  const results: Measurement[] = [];
  for (const shape of options.shapes.split(',')) {
    for (const count of options.counts.split(',').map(Number)) {
      // The runs of all subjects alternate, so that a busy moment of the machine hits them alike.
      const measured = new Map<string, Measurement[]>(subjects.map(subject => [subject, []]));
      for (let run = 0; run < Number(options.runs); run++) {
        for (const subject of subjects.filter(name => run < runsFor({ subject: name, count, shape }))) {
          measured.get(subject)!.push(measureOnce(subject, count, shape));
        }
      }
      results.push(...[...measured.values()].filter(runs => runs.length > 0).map(fastest));
      console.log(measurementTable(results.filter(result => result.shape === shape && result.count === count)));
    }
  }
  console.log(growthTable(results));
  console.log(requirementTable(results));
  writeFileSync(options.json, JSON.stringify({ node: process.version, results }, null, 2));
  console.log(`written to ${options.json}`);
}

try {
  main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
