/**
 * `npm run bench:command -- --kubeconform PATH --swagger FILE`: `cdk8s-stateful check` on many files beside kubeconform, which checks schemas
 * alone, both as a user starts them. The runs alternate; what counts is the median of each. Fails beyond the bound.
 *
 * kubeconform is a Go program (github.com/yannh/kubeconform). Its schemas are made of the OpenAPI document that the Go module
 * k8s.io/kubernetes has at api/openapi-spec/swagger.json. Compile first (`npx projen compile`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { OBJECTS_PER_APP, systemOf } from './systems';
import { Manifest } from '../src/kubernetes/manifest';

/** Wall time of check over that of kubeconform. */
const BOUND = 1.2;

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '5' },
    kubeconform: { type: 'string', default: 'kubeconform' },
    swagger: { type: 'string' },
    output: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
  },
});

const scratch = mkdtempSync(join(options.output, 'bench-'));
const [manifests, schemas] = ['manifests', 'schemas'].map(name => join(scratch, name));
[manifests, schemas].forEach(folder => mkdirSync(folder));

/** A schema for each kind, under the name by which kubeconform looks for it. */
function writeSchemas(objects: readonly Manifest[]) {
  const { definitions } = JSON.parse(readFileSync(options.swagger!, 'utf8'), (_, part) => {
    if (part?.format === 'int-or-string') { return { type: ['integer', 'string'] }; }
    return part?.type === 'object' && part.properties ? { ...part, additionalProperties: false } : part;
  });
  const kinds = new Map(objects.map(({ apiVersion, kind }) => [`${kind.toLowerCase()}-${apiVersion.replace(/\..*\/|\//, '-')}`, { apiVersion, kind }]));
  for (const [name, { apiVersion, kind }] of kinds) {
    const [version, group = ''] = apiVersion.split('/').reverse();
    const isMeant = (of: Record<string, string>) => of.kind === kind && of.version === version && of.group === group;
    const [schema] = Object.values<any>(definitions).filter(definition => definition['x-kubernetes-group-version-kind']?.some(isMeant));
    writeFileSync(join(schemas, `${name}.json`), JSON.stringify({ ...schema, definitions }));
  }
}

function secondsOf(command: string, args: readonly string[]): number {
  const begin = process.hrtime.bigint();
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (error || status !== 0) { throw new Error(`${command} failed: ${error?.message ?? `${stderr}${stdout}`.slice(0, 2000)}`); }
  return seconds;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function main() {
  const objects = systemOf(Number(options.files) / OBJECTS_PER_APP);
  objects.forEach((object, index) => writeFileSync(join(manifests, `${index}.yaml`), stringify(object, { aliasDuplicateObjects: false })));
  writeSchemas(objects);

  const [check, kubeconform]: number[][] = [[], []];
  for (let run = 0; run < Number(options.runs); run++) {
    check.push(secondsOf(process.execPath, [join(__dirname, '../bin/cdk8s-stateful'), 'check', manifests]));
    kubeconform.push(secondsOf(options.kubeconform, ['-strict', '-schema-location', join(schemas, '{{.ResourceKind}}{{.KindSuffix}}.json'), manifests]));
  }

  const ratio = median(check) / median(kubeconform);
  console.log(`${objects.length} files, median of ${options.runs}: check ${median(check).toFixed(2)} s, kubeconform ${median(kubeconform).toFixed(2)} s`);
  console.log(`${ratio <= BOUND ? 'ok  ' : 'FAIL'} check / kubeconform: ${ratio.toFixed(2)} (bound ${BOUND.toFixed(2)})`);
  if (ratio > BOUND) { process.exitCode = 1; }
}

try {
  if (!options.swagger) { throw new Error('--swagger FILE is missing: the OpenAPI document of which kubeconform\'s schemas are made'); }
  main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
