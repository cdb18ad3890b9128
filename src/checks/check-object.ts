import { failure } from './check-failed';
import { CustomKinds } from './custom-resources/custom-kinds';
import { customResourceCheck } from './custom-resources/custom-resource';
import { Problem } from './engine/check';
import { ObjectCheck, WrittenAt } from './engine/object-check';
import { CHECKS, FORMAT_CHECKS } from './formats/checks';
import { isShownByController, isTemplateChecked, isWrongOnlyWhenMade } from './later';
import { isOfReading } from './misread';
import { podTemplateRules } from './rules/object/pod-templates';
import { OBJECT_CHECKS } from './rules/registry';
import { withoutDroppedFields } from './schema/dropped-field';
import { SCHEMA_CHECK } from './schema/schema-check';
import { ApiModel } from '../kubernetes/api/model';
import { deriveObjects } from '../kubernetes/derive';
import { Manifest, groupKindOf } from '../kubernetes/manifest';
import { replacedVolumesOf } from '../kubernetes/workload';
import { referenceTo } from '../manifest/inventory';
import { Finding, Statement, findingOf } from '../reports/finding';
import { RuleInfo, severityOf } from '../reports/rule';

/** What is known besides the object. */
export interface Known {
  readonly model: ApiModel;
  /** Kinds that definitions bring. */
  readonly kinds: CustomKinds;
  /** How a scalar of the object is written. */
  readonly writtenAt: WrittenAt;
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

/** Everything that is wrong with an object itself, and with what controllers derive from it. */
export function checkObject(manifest: Manifest, { model, kinds, writtenAt }: Known): Finding[] {
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
  const isChecked = isTemplateChecked(manifest, model);
  for (const derived of deriveObjects(kept)) {
    const checks = checksOf(derived.manifest).derived;
    runObjectChecks(derived.manifest, isChecked ? checks : checks.filter(check => check !== podTemplateRules), { model }, (rule, statement) => {
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

/** The server reads volumes that a claim takes the place of, and does not check them. */
function forgetReplaced(set: Manifest, findings: Finding[]) {
  const replaced = replacedVolumesOf(set);
  if (replaced.length === 0) { return; }
  const counted = findings.filter(finding => isOfReading(finding) || !replaced.some(volume => finding.path.startsWith(`${volume}/`)));
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

function checksOf(object: Manifest): ChecksOfKind {
  return CHECKS_BY_KIND.get(groupKindOf(object)) ?? OTHER_KINDS;
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
