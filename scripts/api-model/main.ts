/**
 * Writes src/kubernetes/api/*.generated.ts and src/kubernetes/cluster-scoped.generated.ts: what Kubernetes 1.27 to 1.37 say of their API, out of the Go modules of each.
 *
 * `npm run api-model`, by hand, when a minor is added to VERSIONS in inputs.ts. It needs the Go command, which fetches the
 * modules. `-- --served 1.36.3=FOLDER` adds the documents of a running server's /openapi/v3.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clusterScopedText } from './cluster-scoped';
import { readFacts } from './facts';
import { VERSIONS, inputOf } from './inputs';
import { modelText } from './model-text';
import { headerOf, moduleText, versionsText } from './module-text';
import { TypeNames } from './names';
import { typeScriptOf } from './typescript';

const OUTPUT = join(__dirname, '../../src/kubernetes/api');

const { values: { served = [] } } = parseArgs({ options: { served: { type: 'string', multiple: true } } });
const folders = new Map(served.map(pair => pair.split('=') as [string, string]));

const all = VERSIONS.map(version => {
  console.log(`reading ${version}`);
  return readFacts(inputOf(version, folders.get(version)));
});
const names = new TypeNames(all);
const text = modelText(all, names);

function write(file: string, content: string) {
  writeFileSync(join(OUTPUT, file), content);
  console.log(`${file}: ${content.length} bytes`);
}

write('versions.generated.ts', versionsText(VERSIONS));
write('kinds.generated.ts', moduleText(VERSIONS, 'KINDS', text.kinds));
write('../cluster-scoped.generated.ts', moduleText(VERSIONS, 'CLUSTER_SCOPED', clusterScopedText(text.kinds)));
write('fields.generated.ts', moduleText(VERSIONS, 'TYPES', text.types));
write('gates.generated.ts', moduleText(VERSIONS, 'GATES', text.gates));
write('types.generated.ts', `${headerOf(VERSIONS.slice(-1))}\n${typeScriptOf(all.at(-1)!, names)}`);
