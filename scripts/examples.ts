// `npm run examples`: synthesizes every example into dist/examples/, one file each.
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../examples');
const OUTDIR = 'dist/examples';

rmSync(OUTDIR, { recursive: true, force: true });
process.env.CDK8S_OUTDIR = OUTDIR;
for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.ts'))) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(join(FOLDER, file));
}
console.log(`${readdirSync(OUTDIR).length} files in ${OUTDIR}/`);
