import { CheckInfo } from './engine/check';
import { contextOf } from './engine/context';
import { DOCUMENT_CHECKS } from './engine/document-checks';
import { deriveObjects } from '../kubernetes/derive';
import { Manifest, ObjectReference, groupOf } from '../kubernetes/manifest';
import { valueAt, without } from '../kubernetes/pointer';
import { Environment } from '../manifest/environment';
import { Inventory, referenceTo } from '../manifest/inventory';
import { Finding, ManifestFinding, SourceFinding } from '../reports/finding';
import { ObjectCheck, ObjectProblem } from './engine/object-check';
import { isSecret, withoutValue } from './engine/secret';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from './rules/registry';
import { schemaType } from './schema/problems';
import { MAX_DEPTH, isBounded } from '../manifest/read/bounded';
import { SourceDocument } from '../manifest/read/document';

/** How to check. */
export interface CheckOptions {
  /**
   * `object` judges each object for itself; `system` also looks at references,
   * duplicates and everything else that takes more than one object.
   *
   * @default 'system'
   */
  readonly scope?: 'object' | 'system';
  /** @default '1.27' */
  readonly kubernetesVersion?: string;
  /** @default - nothing is declared */
  readonly environment?: Environment;
}

export const DEFAULT_KUBERNETES_VERSION = '1.27';

/** Reported when a check throws: a mistake of ours, or an input stranger than we thought of. */
export const checkFailed: CheckInfo = {
  id: 'check-failed',
  why: 'a check could not finish, so this object was not checked by it',
  severity: 'error',
  bad: '',
  good: '',
};

/** Everything that checks find in these manifests, in the order of the manifests. Linear in their size. */
export function checkManifests(manifests: readonly Manifest[], options: CheckOptions = {}): ManifestFinding[] {
  const version = options.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
  const findings: ManifestFinding[] = [];
  const system: Manifest[] = [];
  const positions = new Map<Manifest, number>();
  manifests.forEach((manifest, index) => {
    const bounded = isBounded(manifest);
    const found = bounded ? checkObject(manifest, version) : [endless(manifest)];
    if (bounded) {
      system.push(withoutWrongTypes(manifest, found));
      positions.set(system[system.length - 1], index);
    }
    for (const finding of found) { findings.push({ ...finding, manifest: index }); }
  });
  if (options.scope === 'object') { return findings; }
  return [...findings, ...checkSystem(system, positions, options)].sort((a, b) => a.manifest - b.manifest);
}

/** What has the wrong type is reported once; to checks of the whole system it is absent, so that they may trust the types. */
function withoutWrongTypes(manifest: Manifest, findings: readonly Finding[]): Manifest {
  let sound = manifest;
  for (const { id, path } of findings) {
    if (id === schemaType.id) { sound = without(sound, path); }
  }
  return sound;
}

function endless(manifest: Manifest): Finding {
  return {
    id: DOCUMENT_CHECKS.unreadable.id,
    severity: DOCUMENT_CHECKS.unreadable.severity,
    object: referenceTo(manifest),
    path: '',
    message: `the object contains itself, or is nested more than ${MAX_DEPTH} deep`,
    fix: 'write it as a tree',
  };
}

/** The same for documents that were read from text: problems of the text come first, and every finding has its line. */
export function checkDocuments(documents: readonly SourceDocument[], options: CheckOptions = {}): SourceFinding[] {
  const readable = documents.filter(document => document.manifest);
  const byDocument = new Map<SourceDocument, Finding[]>(documents.map(document => [document, textFindings(document)]));
  for (const { manifest, ...finding } of checkManifests(readable.map(document => document.manifest!), options)) {
    byDocument.get(readable[manifest])!.push(finding);
  }
  return documents.flatMap(document => byDocument.get(document)!.map(finding => locate(document, finding)));
}

const NO_OBJECT: ObjectReference = { apiVersion: '', kind: '', name: '' };

function textFindings({ manifest, problems }: SourceDocument): Finding[] {
  return problems.map(({ id, path, message, fix }) => ({
    id, severity: DOCUMENT_CHECKS[id].severity, object: manifest ? referenceTo(manifest) : NO_OBJECT, path, message, fix,
  }));
}

function locate(document: SourceDocument, finding: Finding): SourceFinding {
  const atText = document.problems.find(problem => problem.id === finding.id && problem.path === finding.path);
  const { line, column } = atText?.position ?? document.positionOf(finding.path);
  return { ...finding, file: document.file, document: document.document, line, column };
}

interface ChecksOfKind {
  readonly given: readonly ObjectCheck[];
  readonly derived: readonly ObjectCheck[];
}

const OTHER_KINDS = checksFor();
const CHECKS_BY_KIND: ReadonlyMap<string, ChecksOfKind> =
  new Map(OBJECT_CHECKS.flatMap(check => check.kinds ?? []).map(kind => [kind, checksFor(kind)]));

function checksFor(kind?: string): ChecksOfKind {
  const checks = OBJECT_CHECKS.filter(check => !check.kinds || kind !== undefined && check.kinds.includes(kind));
  return { given: checks.filter(check => check.derived !== 'only'), derived: checks.filter(check => check.derived !== false) };
}

function checkObject(manifest: Manifest, version: string): Finding[] {
  const object = referenceTo(manifest);
  const findings: Finding[] = [];
  const add = (problem: ObjectProblem) => findings.push(findingOf(problem, object, manifest));
  runObjectChecks(manifest, checksOf(manifest).given, version, add);

  let seen: Set<string> | undefined;
  for (const derived of deriveObjects(manifest)) {
    const report = (problem: ObjectProblem) => {
      const path = derived.originOf(problem.path);
      seen ??= new Set(findings.map(finding => `${finding.id} ${finding.path}`));
      const key = `${problem.check.id} ${path}`;
      if (seen.has(key) || path === NAME && findings.some(finding => finding.path === NAME)) { return; }
      seen.add(key);
      const refused = (problem.severity ?? problem.check.severity) === 'error';
      add({ ...problem, path, message: problem.message + (refused ? whereFound(manifest, derived.manifest) : '') });
    };
    runObjectChecks(derived.manifest, checksOf(derived.manifest).derived, version, report);
  }
  return findings;
}

/** What controllers make of a name is said once, whatever is wrong with it. */
const NAME = '/metadata/name';

/** The API server takes a StatefulSet with any template; what is wrong shows when its controller makes a Pod or claim of it. */
function whereFound(manifest: Manifest, derived: Manifest): string {
  if (manifest.kind !== 'StatefulSet') { return ''; }
  const { kind, name } = referenceTo(derived);
  return ` (in ${kind} '${name}', which the controller will never be able to create)`;
}

function checksOf({ apiVersion, kind }: Manifest): ChecksOfKind {
  return CHECKS_BY_KIND.get(`${groupOf(apiVersion)}/${kind}`) ?? OTHER_KINDS;
}

function runObjectChecks(object: Manifest, checks: readonly ObjectCheck[], version: string, report: (problem: ObjectProblem) => void) {
  for (const check of checks) {
    try {
      check.run(object, report, version);
    } catch (error) {
      report(failure(check.checks[0].id, error));
    }
  }
}

function checkSystem(manifests: readonly Manifest[], positions: ReadonlyMap<Manifest, number>, options: CheckOptions): ManifestFinding[] {
  const findings: ManifestFinding[] = [];
  const report = (problem: ObjectProblem, object: Manifest | undefined) => {
    const manifest = object && positions.get(object);
    findings.push({ ...findingOf(problem, object ? referenceTo(object) : NO_OBJECT, object), manifest: manifest ?? 0 });
  };
  let running = 'the references between objects';
  try {
    const inventory = new Inventory(manifests);
    const context = contextOf(inventory, options.environment ?? {}, options.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION);
    for (const check of SYSTEM_CHECKS) {
      running = check.id;
      for (const { object, ...problem } of check.run(inventory, context)) { report({ ...problem, check }, object); }
    }
  } catch (error) {
    report(failure(running, error), manifests[0]);
  }
  return findings;
}

function findingOf({ check, severity, path, ...problem }: ObjectProblem, object: ObjectReference, manifest: Manifest | undefined): Finding {
  const { message, fix, declaration } = isSecret(object, path) ? sayingNothing(problem, valueAt(manifest, path)) : problem;
  return { id: check.id, severity: severity ?? check.severity, object, path, message, fix, ...declaration && { declaration } };
}

function sayingNothing<T extends Pick<ObjectProblem, 'message' | 'fix'>>(problem: T, value: unknown): T {
  return { ...problem, message: withoutValue(problem.message, value), fix: withoutValue(problem.fix, value) };
}

function failure(id: string, error: unknown): ObjectProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    check: checkFailed,
    path: '',
    message: `the check '${id}' could not finish: ${reason}`,
    fix: 'report this with the manifest; until then acknowledge it by id and reason',
  };
}
