/**
 * How fast the checker is, as ratios within this run: against parsing the same
 * objects with the yaml package, against loading cdk8s, and against itself on
 * more objects. Fails beyond the bounds. Needs the compiled library for the
 * load times (`npx projen compile`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { CROWDED } from './crowded';
import { OBJECTS_PER_APP, systemOf } from './systems';
import { checkManifests } from '../src/checks/run';
import { readDocuments } from '../src/manifest/read/read';

const ROUNDS = 5;
const LOAD_ROUNDS = 15;
const ROOT = join(__dirname, '..');
const CHECKER = join(ROOT, 'lib/shared/checks.js');

/** CPU milliseconds that something takes: the best of some rounds. */
function cpuOf(run: () => unknown, rounds = ROUNDS): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** CPU milliseconds that each of these takes: the medians of some rounds, in turns. */
function mediansOf(runs: readonly (() => unknown)[]): number[] {
  const times = runs.map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round++) { runs.forEach((run, index) => times[index].push(cpuOf(run, 1))); }
  return times.map(of => of.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)]);
}

/** CPU milliseconds that a new process spends on loading each module: the best of some rounds, in turns. */
function loadTimesOf(...paths: string[]): number[] {
  const best = paths.map(() => Infinity);
  for (let round = 0; round < LOAD_ROUNDS; round++) {
    paths.forEach((path, index) => {
      const script = `const before = process.cpuUsage(); require(${JSON.stringify(path)}); const { user, system } = process.cpuUsage(before); `
        + 'console.log((user + system) / 1000);';
      best[index] = Math.min(best[index], Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: ROOT })));
    });
  }
  return best;
}

const failures: string[] = [];
function report(what: string, value: number, bound: number) {
  const passes = value <= bound;
  if (!passes) { failures.push(what); }
  console.log(`${passes ? 'ok  ' : 'FAIL'} ${what}: ${value.toFixed(2)} (bound ${bound.toFixed(2)})`);
}

const system = systemOf(2000);
const text = system.map(manifest => stringify(manifest, { aliasDuplicateObjects: false })).join('---\n');
const found = checkManifests(system).length;
const [parse, read, check, objectsOnly] = mediansOf([
  () => parseAllDocuments(text).forEach(document => document.toJS()),
  () => readDocuments(text, 'system.yaml'),
  () => checkManifests(system),
  () => checkManifests(system, { scope: 'object' }),
]);
console.log(`${system.length} objects, ${(text.length / 1e6).toFixed(1)} MB of YAML, ${found} findings`);
console.log(`parse with yaml ${parse.toFixed(0)} ms, read ${read.toFixed(0)} ms, check ${check.toFixed(0)} ms, each object for itself ${objectsOnly.toFixed(0)} ms CPU`);
report('check / parse', check / parse, 1 / 4);
report('read and check / parse', (read + check) / parse, 1 / 2);

const sizes = [1_000, 10_000, 50_000];
const times = sizes.map(size => {
  const manifests = systemOf(size / OBJECTS_PER_APP);
  return cpuOf(() => checkManifests(manifests), 3);
});
console.log(sizes.map((size, index) => `${size} objects ${times[index].toFixed(0)} ms`).join(', '));
report('growth exponent from 1,000 to 50,000 objects', Math.log(times[2] / times[0]) / Math.log(50), 1.1);
report('growth exponent from 10,000 to 50,000 objects', Math.log(times[2] / times[1]) / Math.log(5), 1.1);

for (const [name, objects] of Object.entries(CROWDED)) {
  const [few, many] = [4_000, 16_000].map(size => {
    const manifests = Array.from({ length: size / objects(0).length }, (_, index) => objects(index)).flat();
    return cpuOf(() => checkManifests(manifests), 2);
  });
  report(`growth exponent where ${name}, to 16,000 objects in ${many.toFixed(0)} ms`, Math.log(many / few) / Math.log(4), 1.1);
}

if (existsSync(CHECKER)) {
  const [cdk8s, checker] = loadTimesOf('cdk8s', CHECKER);
  console.log(`load cdk8s ${cdk8s.toFixed(1)} ms, checker ${checker.toFixed(1)} ms CPU`);
  report('load checker / load cdk8s', checker / cdk8s, 1);
} else {
  console.log('skipped: load times, because the library is not compiled (npx projen compile)');
}
console.log(`peak memory of this run ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
if (failures.length > 0) { process.exitCode = 1; }
