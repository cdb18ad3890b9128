/**
 * `npm run docs:pictures`: draws the pictures of docs/pictures/. `--check` writes nothing, and fails if a picture on disk is not what it would draw.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../src/cli/main';

const FOLDER = resolve(__dirname, '../docs/pictures');

/** What a user changes in the quick start, in its YAML: two pods in place of three, another image. */
const CHANGES: readonly (readonly [from: string, to: string])[] = [['replicas: 3', 'replicas: 2'], ['httpd:2.4.62', 'httpd:2.4.63']];

/** Pictures by their names, drawn by the command line as users call it. */
export async function pictures(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const after = join(folder, 'after.yaml');
    const before = join(folder, 'quickstart.k8s.yaml');
    writeFileSync(before, quickstart(folder));
    writeFileSync(after, CHANGES.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(before, 'utf8')));
    return new Map([['system.svg', await drawn([before])], ['change.svg', await drawn([before, after])]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function quickstart(folder: string): string {
  process.env.CDK8S_OUTDIR = folder;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('../examples/quickstart');
  return readFileSync(join(folder, 'quickstart.k8s.yaml'), 'utf8');
}

/** The picture of files, drawn by the command line as users call it. */
export async function drawn(files: readonly string[]): Promise<string> {
  let picture = '';
  const terminal = { colours: false, watched: false, input: () => '', out: (text: string) => { picture += text; }, err: (text: string) => { process.stderr.write(text); } };
  await main(['graph', '--format', 'svg', ...files], terminal);
  return picture;
}

async function run() {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, picture] of await pictures()) {
    const file = join(FOLDER, name);
    if (!process.argv.includes('--check')) {
      writeFileSync(file, picture);
    } else if (!existsSync(file) || readFileSync(file, 'utf8') !== picture) {
      process.stderr.write(`docs/pictures/${name} is not what would be drawn; run: npx projen docs:pictures\n`);
      process.exitCode = 1;
    }
  }
}

if (require.main === module) { void run(); }
