/**
 * `npm run bench:commands`: user CPU time of every command on manifests of every shape (bench/shapes.ts) at a quarter, a half and the whole of
 * its size, each in a process of its own, without what the same command takes on one of them. Fails where time grows faster than size.
 * Compile first (`npx projen compile`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SHAPES, Shape } from './shapes';
import { YamlWriter } from '../src/manifest/write/yaml-writer';

/** Growth from a quarter to the whole; the garbage collector alone makes it 1.2. */
const MAX_EXPONENT = 1.3;

/** Seconds below which growth is noise. */
const SHORT = 0.5;

/** Seconds that no command may take. */
const LONGEST = 60;

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'check': ['check', 'after.yaml'],
  'diff': ['diff', 'before.yaml', 'after.yaml'],
  'diff --plan': ['diff', 'before.yaml', 'after.yaml', '--plan'],
  'lock': ['lock', 'after.yaml', '--file', 'lock.yaml'],
  'upgrade-check': ['upgrade-check', 'after.yaml', '--from', '1.32', '--to', '1.37'],
  'graph': ['graph', 'after.yaml', '--rbac'],
};

const MAIN = join(__dirname, '../lib/cli/main.js');
const SCRIPT = `process.on('exit', () => require('fs').writeSync(3, String(process.cpuUsage().user))); process.argv.splice(1, 0, 'cdk8s-stateful'); require(${JSON.stringify(MAIN)}).run();`;

const { values: options } = parseArgs({ options: { shapes: { type: 'string', default: '' }, commands: { type: 'string', default: '' }, share: { type: 'string', default: '1' } } });
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));

/** Seconds of user CPU time; infinite if the command did not end by itself. */
function secondsOf(words: readonly string[]): number {
  rmSync(join(scratch, 'lock.yaml'), { force: true });
  const { status, stderr, output } = spawnSync(process.execPath, ['-e', SCRIPT, ...words], {
    cwd: scratch, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: 1000 * LONGEST * 3,
  });
  if (status === null || /should not have happened/.test(stderr)) { console.log(`FAIL ${words.join(' ')}: ${stderr || 'did not end'}`); }
  return status === null ? Infinity : Number(output[3]) / 1e6;
}

function writeSides({ objects }: Shape, count: number): void {
  const writer = new YamlWriter();
  for (const [file, changed] of [['before.yaml', false], ['after.yaml', true]] as const) { writeFileSync(join(scratch, file), writer.stringify(objects(count, changed))); }
}

function measured(name: string, shape: Shape, commands: readonly string[]): void {
  const full = Math.ceil(shape.full * Number(options.share));
  const counts = [1, full / 4, full / 2, full].map(Math.ceil);
  const seconds = counts.map(count => {
    writeSides(shape, count);
    return commands.map(command => secondsOf(COMMANDS[command]));
  });
  commands.forEach((command, index) => {
    const [base, ...rest] = seconds.map(row => row[index]);
    const [quarter, half, whole] = rest.map(value => Math.max(value - base, 0.01));
    const exponent = Math.log(whole / quarter) / Math.log(4);
    const passes = whole < SHORT || (exponent <= MAX_EXPONENT && whole <= LONGEST);
    console.log(`${passes ? 'ok  ' : 'FAIL'} ${full} ${name}: ${command}: ${[quarter, half, whole].map(value => value.toFixed(2)).join(', ')} s, exponent ${exponent.toFixed(2)}`);
    if (!passes) { process.exitCode = 1; }
  });
}

try {
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (name.includes(options.shapes)) { measured(name, shape, Object.keys(COMMANDS).filter(command => command.startsWith(options.commands))); }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
