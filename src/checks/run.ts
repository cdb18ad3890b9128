import { checkObject } from './check-object';
import { checkSystem } from './check-system';
import { CustomKinds, isDefinition } from './custom-resources/custom-kinds';
import { DOCUMENT_CHECKS } from './engine/document-checks';
import { WrittenAt } from './engine/object-check';
import { misreadIn } from './misread';
import { schemaType, schemaUnknownField } from './schema/problems';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';
import { valueAt, without } from '../kubernetes/pointer';
import { Environment } from '../manifest/environment';
import { MAX_DEPTH, isBounded } from '../manifest/read/bounded';
import { DocumentProblem, SourceDocument } from '../manifest/read/document';
import { isEncrypted } from '../manifest/read/no-object';
import { Position } from '../manifest/read/text';
import { Repository } from '../manifest/repository';
import { Finding, Place, findingOf } from '../reports/finding';
import { foundOnEach } from '../reports/on-versions';
import { isSecret } from '../reports/secret';

// What is loaded with the checks: they are one file when they are published.
export { clusterApi, inWords } from './configuration/cluster-api';
export { withoutConsequences } from './consequences';

/** How to check. */
export interface CheckOptions {
  /**
   * `object` checks each object on its own; `system` also looks at references,
   * duplicates and everything else that takes more than one object.
   *
   * @default 'system'
   */
  readonly scope?: 'object' | 'system';
  /** The API of the cluster; several if it is asked about several versions. @default - that of the usual version */
  readonly model?: ApiModel | readonly ApiModel[];
  /** @default - nothing is declared */
  readonly environment?: Environment;
  /** The git repository that the manifests stand in. @default - nobody knows */
  readonly repository?: Repository;
  /**
   * CustomResourceDefinitions that are in the cluster; those among the manifests need not be named.
   *
   * @default - none
   */
  readonly definitions?: readonly Manifest[];
  /**
   * How a scalar of a manifest is written, by the manifest's position and the path.
   *
   * @default - nobody knows
   */
  readonly writtenAt?: (manifest: number, path: string) => string | undefined;
}

/** Everything that checks find in these manifests, in their order, each with the position of its manifest. Linear in their size. */
export function checkManifests(manifests: readonly Manifest[], given: CheckOptions = {}): Finding[] {
  const { model = ApiModel.of(), definitions = [], ...options } = given;
  const models = [model].flat();
  const kinds = CustomKinds.of([...definitions, ...manifests].filter(manifest => isDefinition(manifest) && isBounded(manifest)));
  const found = foundOnEach(models, one => checkOn(one, manifests, kinds, options));
  return models.length === 1 ? found : found.sort((one, other) => one.place!.manifest! - other.place!.manifest!);
}

function checkOn(
  model: ApiModel, manifests: readonly Manifest[], kinds: CustomKinds, options: Pick<CheckOptions, 'scope' | 'environment' | 'repository' | 'writtenAt'>,
): Finding[] {
  const findings: Finding[][] = [];
  const system: Manifest[] = [];
  const positions = new Map<Manifest, number>();
  for (const [index, manifest] of manifests.entries()) {
    const bounded = isBounded(manifest);
    const writtenAt: WrittenAt = path => isSecret(manifest, path) ? undefined : options.writtenAt?.(index, path);
    const found = bounded ? checkObject(manifest, { model, kinds, writtenAt }) : [endless(manifest)];
    if (bounded) {
      const sound = withoutWrongTypes(manifest, found);
      positions.set(sound, findings.length);
      system.push(sound);
    }
    findings.push(found);
  }
  const ofSystem = options.scope === 'object' ? [] : checkSystem(system, options, model);
  const misread = oncePerKey(misreadIn);
  for (const { about, finding } of ofSystem) {
    const found = findings[positions.get(about) ?? 0];
    if (!misread(found).has(finding.path)) { found.push(finding); }
  }
  return findings.flatMap((found, manifest) => found.map(finding => ({ ...finding, place: { manifest } })));
}

/** What has the wrong type is reported once; to checks of the whole system it is absent, so that they may trust the types. */
function withoutWrongTypes(manifest: Manifest, findings: readonly Finding[]): Manifest {
  let sound = manifest;
  for (const { rule, path } of findings) {
    if (rule === schemaType.id) { sound = without(sound, path); }
  }
  return sound;
}

function endless(manifest: Manifest): Finding {
  return findingOf(DOCUMENT_CHECKS.unreadable, manifest, {
    path: '',
    message: `the object contains itself, or is nested more than ${MAX_DEPTH} deep`,
    fix: 'write it as a tree',
  });
}

/** What says of a key that it is not what its author wrote: it says so before the schema misses it. */
const OF_KEYS: ReadonlySet<string> = new Set(['changed-key', 'syntax']);

/** The same for documents that were read from text: problems of the text come first, and every finding has its line. */
export function checkDocuments(documents: readonly SourceDocument[], options: CheckOptions = {}): Finding[] {
  const readable = documents.filter(document => document.manifest);
  const findings = new Map(documents.map(source => [source, source.problems.map(problem => ofText(source, problem))]));
  const writtenAt = (manifest: number, path: string) => readable[manifest].writtenAt(path);
  for (const finding of checkManifests(readable.map(({ manifest }) => manifest!), { ...options, writtenAt })) {
    const source = readable[finding.place!.manifest!];
    if (finding.rule === schemaUnknownField.id && source.problems.some(({ rule, path }) => OF_KEYS.has(rule) && path === finding.path)) { continue; }
    if (isEncrypted(valueAt(source.manifest, finding.path))) { continue; }
    findings.get(source)!.push({ ...finding, place: placeIn(source, source.positionOf(finding.path)) });
  }
  return [...findings.values()].flat();
}

function ofText(source: SourceDocument, { rule, position, ...problem }: DocumentProblem): Finding {
  return { ...findingOf(DOCUMENT_CHECKS[rule], source.manifest, problem), place: placeIn(source, position) };
}

function placeIn({ file, document }: SourceDocument, { line, column }: Position): Place {
  return { file, document, line, column };
}
