import { readFileSync } from 'node:fs';
import { Client, inFlight } from './client';
import { Discovery } from './discovery';
import { groupsOf } from './groups';
import { ConformanceRecord, agrees, comparisonsOf, recordOf } from './record';
import { countOf, printGroup, reportedGroup } from './report';
import { Oracle } from './verdict';
import { isDefinition } from '../../src/checks/custom-resources/custom-kinds';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest, recordOf as mappingOf } from '../../src/kubernetes/manifest';
import { decodeText } from '../../src/manifest/read/decode';
import { manifestFilesIn } from '../../src/manifest/read/manifest-files';
import { readDocuments } from '../../src/manifest/read/read';

/** An object of somebody's files. */
interface Published {
  readonly manifest: Manifest;
  /** `file:line` */
  readonly what: string;
}

/** Templates, which are no manifests before somebody renders them. */
const TEMPLATE = /\{\{|\$\{|<%/;
const ESTABLISHED_MS = 5000;

/** Each object once that stands in files below a folder. */
export function publishedIn(folder: string): Published[] {
  const found = new Map<string, Published>();
  for (const name of manifestFilesIn(folder)) {
    const text = decodeText(readFileSync(name));
    if (TEMPLATE.test(text)) { continue; }
    for (const { manifest, positionOf } of readDocuments(text, name)) {
      // An overlay of kustomize names a part of an object.
      if (manifest?.metadata?.name) { found.set(JSON.stringify(manifest), { manifest, what: `${name}:${positionOf('').line}` }); }
    }
  }
  return [...found.values()];
}

/** Makes the definitions and namespaces that the objects need, and asks server and checker of each. */
export async function runPublished(client: Client, published: readonly Published[], version: string): Promise<ConformanceRecord[]> {
  const model = ApiModel.of(version);
  const manifests = published.map(({ manifest }) => manifest);
  const definitions = manifests.filter(isDefinition);
  const builtIn = await Discovery.of(client);
  const namespaces = new Set(manifests.map(({ metadata }) => mappingOf(metadata).namespace).filter(name => typeof name === 'string'));
  const needed = [...[...namespaces].map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })), ...definitions];
  await inFlight(needed, object => client.post(builtIn.collectionOf(object)!, object));
  await new Promise(resolve => setTimeout(resolve, ESTABLISHED_MS));
  const oracle = new Oracle(client, await Discovery.of(client));
  const definitionsOf = ({ kind }: Manifest) => definitions.filter(({ spec }) => mappingOf(mappingOf(spec).names).kind === kind);
  return inFlight(published.filter(({ manifest }) => !isDefinition(manifest)), ({ manifest, what }) =>
    recordOf({ manifest, what, mutation: 'base' }, oracle, model, definitionsOf(manifest)));
}

export function printPublished(records: readonly ConformanceRecord[], print: (line: string) => void): Promise<void> {
  const comparisons = records.flatMap(comparisonsOf).filter(({ about }) => about === 'object');
  const groups = groupsOf(comparisons.filter(comparison => !agrees(comparison)));
  return groups.reduce(async (before, group, index) => {
    await before;
    printGroup(await reportedGroup(group), index, print);
  }, Promise.resolve()).then(() => {
    const { of, agree, missed, wrong } = countOf(comparisons);
    print(`\n${agree} of ${of} objects agree; ${comparisons.filter(({ refused }) => refused).length} are refused, ${missed} by the server alone, ${wrong} by the checker alone`);
  });
}
