// `npm run demo`: runs two examples as `cdk8s synth` would, and tells what they wrote.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const OUTDIR = 'dist';
const EXAMPLES = [
  { name: 'quickstart', about: 'the NFS tutorial: three web servers, each with a volume on an NFS server' },
  { name: 'mysql', about: 'a database' },
];

process.env.CDK8S_OUTDIR = OUTDIR;

for (const { name, about } of EXAMPLES) {
  const file = join(OUTDIR, `${name}.k8s.yaml`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(`../examples/${name}`);
  console.log(`\nexamples/${name}.ts (${about}) wrote ${file}:`);
  const manifests = parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS());
  const width = Math.max(...manifests.map(({ kind }) => kind.length));
  for (const { kind, metadata } of manifests) {
    console.log(`  ${kind.padEnd(width)}  ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`);
  }
}

console.log(`\nNext: kubectl apply -f ${join(OUTDIR, 'quickstart.k8s.yaml')}, after writing your own NFS server into examples/quickstart.ts.`);
