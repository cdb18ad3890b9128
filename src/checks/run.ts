import { Problem } from './engine/check';
import { contextOf } from './engine/context';
import { DOCUMENT_CHECKS } from './engine/document-checks';
import { ApiModel } from '../kubernetes/api/model';
import { deriveObjects } from '../kubernetes/derive';
import { Manifest, groupOf } from '../kubernetes/manifest';
import { valueAt, without } from '../kubernetes/pointer';
import { replacedVolumesOf } from '../kubernetes/workload';
import { Environment } from '../manifest/environment';
import { Inventory, referenceTo } from '../manifest/inventory';
import { Finding, Place, Statement, findingOf } from '../reports/finding';
import { CustomKinds, isDefinition } from './custom-resources/custom-kinds';
import { customResourceCheck } from './custom-resources/custom-resource';
import { foundOnEach } from '../reports/on-versions';
import { ObjectCheck, WrittenAt } from './engine/object-check';
import { CHECKS, FORMAT_CHECKS } from './formats/checks';
import { isShownByController, isWrongOnlyWhenMade } from './later';
import { OBJECT_CHECKS, SYSTEM_CHECKS } from './rules/registry';
import { withoutDroppedFields } from './schema/dropped-field';
import { schemaType, schemaUnknownField } from './schema/problems';
import { SCHEMA_CHECK } from './schema/schema-check';
import { MAX_DEPTH, isBounded } from '../manifest/read/bounded';
import { DocumentProblem, SourceDocument } from '../manifest/read/document';
import { isEncrypted } from '../manifest/read/no-object';
import { Position } from '../manifest/read/text';
import { Repository } from '../manifest/repository';
import { RuleInfo, severityOf } from '../reports/rule';
import { isSecret } from '../reports/secret';

// What is loaded with the checks: they are one file when they are published.
export { clusterApi, inWords } from './configuration/cluster-api';

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

/** Reported when a check throws: a mistake of ours, or an input stranger than we thought of. */
export const checkFailed: RuleInfo = {
  id: 'check-failed',
  why: 'a check could not finish, so this object was not checked by it',
};

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
  for (const { about, finding } of ofSystem) {
    const found = findings[positions.get(about) ?? 0];
    if (!isMisread(finding.path, found)) { found.push(finding); }
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

interface ChecksOfKind {
  readonly given: readonly ObjectCheck[];
  readonly derived: readonly ObjectCheck[];
}

const OTHER_KINDS = checksFor();
const CHECKS_BY_KIND: ReadonlyMap<string, ChecksOfKind> =
  new Map(OBJECT_CHECKS.flatMap(check => check.kinds ?? []).map(kind => [kind, checksFor(kind)]));

function checksFor(kind?: string): ChecksOfKind {
  const checks = OBJECT_CHECKS.filter(check => check !== SCHEMA_CHECK && (!check.kinds || kind !== undefined && check.kinds.includes(kind)));
  return { given: checks.filter(check => check.derived !== 'only'), derived: checks.filter(check => check.derived !== false) };
}

interface Known {
  readonly model: ApiModel;
  readonly kinds: CustomKinds;
  readonly writtenAt: WrittenAt;
}

function checkObject(manifest: Manifest, { model, kinds, writtenAt }: Known): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (rule, statement) => {
    const later = isShownByController(manifest, statement.path, rule.id, model);
    findings.push({ ...findingOf(rule, manifest, statement), ...later && { later } });
  };
  runObjectChecks(manifest, [schemaCheck(manifest, kinds)], { model, writtenAt }, say);
  if (manifest.kind === 'StatefulSet' && findings.length > 0) { forgetReplaced(manifest, findings); }
  const kept = withoutDroppedFields(manifest, findings, model);
  runObjectChecks(kept, checksOf(manifest).given, { model }, say);

  let seen: Set<string> | undefined;
  for (const derived of deriveObjects(kept)) {
    runObjectChecks(derived.manifest, checksOf(derived.manifest).derived, { model }, (rule, statement) => {
      const path = derived.originOf(statement.path);
      seen ??= new Set(findings.map(finding => `${finding.rule} ${finding.path}`));
      const key = `${rule.id} ${path}`;
      // Nobody makes Pods of a PodTemplate.
      if (rule.podsOnly && manifest.kind === 'PodTemplate') { return; }
      if (seen.has(key) || path === NAME && findings.some(finding => NAMES.has(finding.path))) { return; }
      seen.add(key);
      const later = isWrongOnlyWhenMade(manifest, path, rule.podsOnly === true, model);
      const message = statement.message + (severityOf(rule) === 'error' && later ? whereFound(derived.manifest) : '');
      findings.push({ ...findingOf(rule, manifest, { ...statement, path, message }), ...(later || rule.podsOnly) && { later: true } });
    });
  }
  return toldOnce(findings);
}

/** True where a field holds something that it cannot hold: what the system makes of the rest is not what was meant. */
function isMisread(path: string, found: readonly Finding[]): boolean {
  return path.lastIndexOf('/') > 0 && found.some(({ rule, path: below }) => OF_READING.has(rule) && below.slice(0, below.lastIndexOf('/')) === path);
}

const OF_READING: ReadonlySet<string> = new Set([schemaType.id, schemaUnknownField.id]);

/** The server reads volumes that a claim takes the place of, and does not check them. */
function forgetReplaced(set: Manifest, findings: Finding[]) {
  const replaced = replacedVolumesOf(set);
  if (replaced.length === 0) { return; }
  const counted = findings.filter(({ rule, path }) => OF_READING.has(rule) || !replaced.some(volume => path.startsWith(`${volume}/`)));
  findings.splice(0, findings.length, ...counted);
}

const FORMATS: ReadonlySet<string> = new Set(FORMAT_CHECKS.map(({ id }) => id));

/** A value that does not fit its format is not checked any further, and neither are the list or the labels that it stands in. */
function toldOnce(findings: Finding[]): Finding[] {
  if (findings.length === 0) { return findings; }
  const misfits = findings.filter(({ rule }) => FORMATS.has(rule));
  const misfit = new Set(misfits.flatMap(({ rule, path }) => [path, path.replace(rule === CHECKS.label.id ? /\/[^/]*$/ : /\/\d+$/, '')]));
  return misfit.size === 0 ? findings : findings.filter(({ rule, path }) => FORMATS.has(rule) || !misfit.has(path));
}

/** What controllers make of a name is said once, whatever is wrong with it. */
const NAME = '/metadata/name';
const NAMES: ReadonlySet<string> = new Set([NAME, '/metadata/generateName']);

function whereFound(derived: Manifest): string {
  const { kind, name } = referenceTo(derived);
  return ` (in ${kind} '${name}', which the controller will never be able to create)`;
}

/** What the definition of a custom kind says takes the place of what the API model says of other kinds. */
function schemaCheck({ apiVersion, kind: name }: Manifest, kinds: CustomKinds): ObjectCheck {
  const kind = kinds.find(apiVersion, name);
  return kind ? customResourceCheck(kind, kinds) : SCHEMA_CHECK;
}

function checksOf({ apiVersion, kind }: Manifest): ChecksOfKind {
  return CHECKS_BY_KIND.get(`${groupOf(apiVersion)}/${kind}`) ?? OTHER_KINDS;
}

/** Which rule says it, with the severity that counts. */
type Said = Pick<RuleInfo, 'id' | 'severity'> & Pick<Problem, 'podsOnly'>;

/** Takes what a rule says. */
type Say = (rule: Said, statement: Statement) => void;

function runObjectChecks(object: Manifest, checks: readonly ObjectCheck[], { model, writtenAt }: Pick<Known, 'model'> & Partial<Known>, say: Say) {
  let [running] = checks;
  const report = ({ check: { id, ...rule } = running.checks[0], severity = severityOf(rule), podsOnly, ...statement }: Problem) =>
    say({ id, severity, podsOnly }, statement);
  for (running of checks) {
    try {
      running.run(object, report, model, writtenAt);
    } catch (error) {
      report(failure(running.checks[0].id, error));
    }
  }
}

/** What is found, and the manifest that it is about. */
interface About {
  readonly about: Manifest;
  readonly finding: Finding;
}

/** What checks of the whole system find. */
function checkSystem(manifests: readonly Manifest[], { environment = {}, repository }: Pick<CheckOptions, 'environment' | 'repository'>, model: ApiModel): About[] {
  const found: About[] = [];
  let running = 'the references between objects';
  try {
    const inventory = new Inventory(manifests);
    const context = contextOf(inventory, environment, model, repository);
    for (const check of SYSTEM_CHECKS) {
      running = check.id;
      for (const { object: about, severity = severityOf(check), ...statement } of check.run(inventory, context)) {
        found.push({ about, finding: findingOf({ id: check.id, severity }, about, statement) });
      }
    }
  } catch (error) {
    const [about] = manifests;
    if (about) { found.push({ about, finding: findingOf(checkFailed, about, failure(running, error)) }); }
  }
  return found;
}

function failure(id: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    check: checkFailed,
    path: '',
    message: `the check '${id}' could not finish: ${reason}`,
    fix: 'report this with the manifest; until then acknowledge it by id and reason',
  };
}
