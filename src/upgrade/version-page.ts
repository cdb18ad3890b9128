import { BEHAVIOURS } from './behaviours';
import { fieldsObeyedOnlyBy } from './obeyed-change';
import { knownEffectOf } from './obeyed-fields';
import { catalogue } from '../checks/catalogue';
import { formatChanges } from '../checks/formats/table';
import { CHECKS_TEMPLATES } from '../checks/later';
import { volumeTypesRemovedIn } from '../checks/rules/system/removed-volume-type';
import { retiredApi } from '../checks/schema/api-versions';
import { placeOf } from '../diff/explain';
import { REFUSALS } from '../diff/refused/rules';
import { knownGates } from '../kubernetes/api/gates';
import { Kind } from '../kubernetes/api/kind';
import { knownMinors } from '../kubernetes/api/known-versions';
import { ApiModel } from '../kubernetes/api/model';
import { groupBy } from '../manifest/group-by';
import { RuleInfo } from '../reports/rule';

/** The minors that have a page: an upgrade to the oldest one starts where nothing is known. */
export const PAGE_MINORS: readonly string[] = knownMinors().slice(1);

/** `docs/kubernetes-1.34.md`: what is otherwise on a minor than on the one before it. */
export function versionPage(minor: string): string {
  const minors = knownMinors();
  const [before, model] = [minors[minors.indexOf(minor) - 1], minor].map(version => ApiModel.of(version));
  const sections = SECTIONS.map(({ title, lines }) => ({ title, lines: lines(model, before) })).filter(({ lines }) => lines.length > 0);
  return [
    `# Kubernetes ${minor}: what changes for manifests`,
    '',
    '<!-- Printed from the data of the checks by `npx projen docs:upgrades`; do not edit. -->',
    '',
    `What is otherwise than on Kubernetes ${before.version}, each in its newest patch and with its defaults. To see which of it your manifests meet:`,
    '',
    '```sh',
    `npx cdk8s-stateful upgrade-check --from ${before.version} --to ${minor} dist`,
    '```',
    '',
    `See [upgrade-check](upgrade-check.md).${neighbours(minor)}`,
    '',
    ...sections.flatMap(({ title, lines }) => [`## ${title}`, '', ...lines, '']),
  ].join('\n');
}

function neighbours(minor: string): string {
  const at = PAGE_MINORS.indexOf(minor);
  const links = [PAGE_MINORS[at - 1], PAGE_MINORS[at + 1]].filter(other => other !== undefined).map(other => `[${other}](kubernetes-${other}.md)`);
  return ` Other versions: ${links.join(', ')}.`;
}

interface Section {
  readonly title: string;
  readonly lines: (model: ApiModel, before: ApiModel) => string[];
}

const SECTIONS: readonly Section[] = [
  { title: 'API versions that are gone', lines: goneVersions },
  { title: 'What Kubernetes does otherwise with the same objects', lines: behaviours },
  { title: 'What is refused or warned of from now on, and what no longer is', lines: rules },
  { title: 'Values that are checked otherwise', lines: formats },
  { title: 'Updates that are checked otherwise', lines: updates },
  { title: 'Fields that take effect', lines: obeyed },
  { title: 'Fields that no longer take effect', lines: (model, before) => table(['field', 'feature gate'], fieldsObeyedOnlyBy(before, model).map(({ name, gate }) => [code(name), gate ? code(gate) : ''])) },
  { title: 'API versions that are new', lines: newVersions },
  { title: 'Feature gates that are switched', lines: gates },
];

function goneVersions(model: ApiModel, before: ApiModel): string[] {
  return table(['API version', 'kinds', 'instead'], [...groupBy(servedOnlyBy(before, model), ({ apiVersion }) => apiVersion)].map(([apiVersion, kinds]) => {
    const retired = retiredApi(apiVersion, kinds[0].kind, model);
    return [code(apiVersion), namesOf(kinds), retired?.replacement ? code(retired.replacement) : retired?.advice ?? ''];
  }));
}

function newVersions(model: ApiModel, before: ApiModel): string[] {
  return table(['API version', 'kinds'], [...groupBy(servedOnlyBy(model, before), ({ apiVersion }) => apiVersion)].map(([apiVersion, kinds]) => [code(apiVersion), namesOf(kinds)]));
}

function servedOnlyBy(model: ApiModel, other: ApiModel): Kind[] {
  const isServed = ({ apiVersion, kind }: Kind) => { const same = other.kind(apiVersion, kind); return same !== undefined && other.serves(same); };
  return model.kinds().filter(kind => kind.type !== undefined && model.serves(kind) && !isServed(kind));
}

function namesOf(kinds: readonly Kind[]): string {
  return kinds.map(({ kind }) => kind).sort().join(', ');
}

function behaviours(model: ApiModel, before: ApiModel): string[] {
  const first = ApiModel.of(`${model.version}.0`);
  const gone = volumeTypesRemovedIn(String(model.version)).map(type => `- [removed-volume-type](checks.md#removed-volume-type): nodes no longer mount ${code(type)} volumes`);
  return [...gone, ...BEHAVIOURS.filter(({ holds }) => !before.holds(holds) && (model.holds(holds) || first.holds(holds)))
    .map(({ id, why, source, holds: { gate } }) => `- [${id}](upgrade-check.md#${id}): ${why}${gate ? ` (feature gate \`${gate}\`)` : ''} ([source](${source}))`)];
}

/** What the server refuses, rule by rule, is data with versions. */
type VersionedRule = RuleInfo & { readonly since?: string; readonly until?: string };

function rules(model: ApiModel): string[] {
  const minor = String(model.version);
  const atOnce = minor === CHECKS_TEMPLATES ? ['- [refused-at-once](upgrade-check.md#refused-at-once): the templates of a StatefulSet are checked when it is applied'] : [];
  return [...atOnce, ...[...catalogue().values()].map((rule): VersionedRule => rule).flatMap(({ id, why, since, until }) => [
    ...since === minor ? [`- new: [${id}](checks.md#${id}): ${why}`] : [],
    ...until === minor ? [`- no longer: [${id}](checks.md#${id}): ${why}`] : [],
  ])];
}

function formats(model: ApiModel): string[] {
  return formatChanges(String(model.version)).map(({ field, mustBe }) => `- ${code(field)} must be ${mustBe}`);
}

function updates(model: ApiModel): string[] {
  const minor = String(model.version);
  return REFUSALS.flatMap(rule => [
    ...rule.since === minor ? [`- refused: [${rule.title}](${placeOf(rule)})`] : [],
    ...rule.until === minor ? [`- allowed: [${rule.title}](${placeOf(rule)}), which was refused`] : [],
  ]);
}

function obeyed(model: ApiModel, before: ApiModel): string[] {
  return table(['field', 'feature gate', 'what it does'], fieldsObeyedOnlyBy(model, before)
    .map(({ name, path, gate }) => [code(name), gate ? code(gate) : '', knownEffectOf(path) ?? '']));
}

function gates(model: ApiModel, before: ApiModel): string[] {
  const stateOn = (name: string, version: ApiModel) => version.gate(name) === undefined ? undefined : !version.isOff(name);
  return table(['feature gate', `${before.version}`, `${model.version}`], knownGates().sort().flatMap(name => {
    const [then, now] = [stateOn(name, before), stateOn(name, model)];
    return now === undefined || now === (then ?? false) ? [] : [[code(name), then === undefined ? 'not there' : onOff(then), onOff(now)]];
  }));
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
}
