import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/checks/catalogue';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';
import { basesOf, objectKinds } from '../conformance/bases';

/** A manifest that is on a server when it is upgraded. */
export interface UpgradeCase {
  /** What it shows. */
  readonly name: string;
  readonly manifest: Manifest;
}

/** Of these the name says what they are. */
const NAMED: readonly string[] = ['CustomResourceDefinition', 'APIService', 'Namespace', 'CSIDriver', 'IPAddress', 'ServiceCIDR'];

/** Objects of these kinds decide about others. */
const AFFECT_OTHERS = /^LimitRange$|^ResourceQuota$|Webhook|AdmissionPolicy|^PriorityClass$|^ServiceCIDR$|^APIService$/;

/** What changed on some version; every field that the newer version knows; and the examples of all checks. */
export function upgradeCases(to: string): UpgradeCase[] {
  const written = manifestsIn(readFileSync(join(__dirname, 'cases.yaml'), 'utf8')).map(manifest => ({ name: String(manifest.metadata!.name), manifest }));
  const bases = objectKinds(ApiModel.of(to)).flatMap(kind => basesOf(kind, ApiModel.of(to)))
    .map(({ manifest }) => ({ name: `all fields of ${manifest.apiVersion} ${manifest.kind} (${manifest.metadata?.name})`, manifest }));
  const examples = [...catalogue().values()].flatMap(({ id, bad = '', good = '' }) => [...manifestsIn(bad), ...manifestsIn(good)].map(manifest => ({ name: `example of ${id}`, manifest })));
  return [...written, ...bases, ...examples].filter(({ manifest }) => !AFFECT_OTHERS.test(manifest.kind)).map(({ name, manifest }, index) => ({ name, manifest: withOwnName(manifest, `case-${index}`) }));
}

function withOwnName(manifest: Manifest, name: string): Manifest {
  const { namespace, generateName, ...metadata } = manifest.metadata ?? {};
  return { ...manifest, metadata: { ...metadata, name: NAMED.includes(manifest.kind) ? metadata.name : name } };
}

function manifestsIn(yaml: string): Manifest[] {
  return readDocuments(yaml, 'cases.yaml').flatMap(({ manifest }) => manifest ?? []);
}
