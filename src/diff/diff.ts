import { DANGERS, rulesFor } from './rule-table';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest, ObjectReference } from '../kubernetes/manifest';
import { once } from '../kubernetes/once';
import { valueAt } from '../kubernetes/pointer';
import { Handling, handlingOf, ignorerOf, keeperOf } from '../manifest/deployers';
import { identityOf, referenceTo } from '../manifest/inventory';
import { Change, DiffSummary, EFFECTS_BY_WEIGHT, Effect, canBeAccepted, isDangerous, weightOf } from '../reports/change';
import { currentIds } from '../reports/old-ids';
import { severityOf } from '../reports/rule';
import { isSecret, redacted, withoutCredentials } from '../reports/secret';
import { Comparison } from './changes/comparison';
import { isDerived, isExported, isMadeByController } from './changes/exported';
import { fieldName } from './changes/field-name';
import { matched } from './changes/matched';
import { PathSet } from './changes/path-set';
import { findRenames } from './changes/renames';
import { ChangeStatement, Rule } from './changes/rule';
import { Update, updateOf } from './changes/update';
import { World } from './changes/world';
import { REFUSALS } from './refused/rules';
import { KEPT, LEFT, left } from './rules/deployers';
import { GIVEN_TWICE, givenTwice } from './rules/duplicates';
import { forced, handled } from './rules/made-anew';
import { Declared, NEWLY_FOUND, newlyFound } from './rules/newly-found';
import { NOT_CHECKED } from './rules/not-checked';
import { ORDINARY } from './rules/ordinary';

/** How to compare. */
export interface DiffOptions extends Declared {
  /** The API of the cluster. @default - that of the usual version */
  readonly model?: ApiModel;
  /** CustomResourceDefinitions that are in the cluster; those among the manifests need not be named. @default - none */
  readonly definitions?: readonly Manifest[];
  /** Why a danger was accepted, by the id of the change. @default - none was */
  readonly accepted?: ReadonlyMap<string, string>;
}

/**
 * What it does to a cluster that runs one side when the other one is applied with server-side apply, and what is gone is pruned.
 */
export function diff(givenBefore: readonly Manifest[], givenAfter: readonly Manifest[], options: DiffOptions = {}): Comparison {
  const { model = ApiModel.of() } = options;
  const [before, after] = [givenBefore, givenAfter].map(side => inOrderOfIdentity(side.filter(object => !isDerived(object))));
  const { removed, added, both, twice } = matched(before, after);
  const renames = findRenames(removed, added);
  const renamed = new Set(renames.flatMap(rename => [rename.before, rename.after]));
  const world = new World(before, after, model, options.definitions);
  const gone = removed.filter(object => !renamed.has(object) && !isMadeByController(object, world.before));
  const rules = { severe: rulesFor([...REFUSALS, ...DANGERS], model), ordinary: rulesFor(ORDINARY, model) };
  const accepted = withCurrentIds(options.accepted);
  const scaled = once(() => scaledBy(world));
  // The same object may be written in two ways: with a null, or without the field.
  const differ = (old: Manifest, next: Manifest) => updateOf(old, next, model).differences.length > 0;
  const handlings = both.map(([old, next]) => ({ old, next, handling: handlingOf(old, next) }));
  const updates = handlings.filter(({ handling }) => !handling)
    .map(({ old, next }) => updateOf(old, next, model, isExported(old) && scaled().has(old)));
  const removal = (object: Manifest) => wholeObject(object, rules, rule => rule.removed?.(object, world));

  const found = [
    ...twice.flatMap(objects => changesBy(GIVEN_TWICE, referenceTo(objects[0]), () => [givenTwice(objects)])),
    ...updates.flatMap(update => withForce(update, changesOf(update, world, rules))),
    ...handlings.flatMap(({ old, next, handling }) => handling && differ(old, next) ? [...handledChanges(next, handling), ...handling.how === 'deleted' ? removal(old) : []] : []),
    ...renames.flatMap(rename => wholeObject(rename.before, rules, rule => rule.renamed?.(rename.before, rename.after, world))),
    ...gone.flatMap(object => keeperOf(object)
      ? changesBy(KEPT, referenceTo(object), () => KEPT.removed!(object, world)) : removal(object)),
    ...added.filter(object => !renamed.has(object)).flatMap(object => ignorerOf(object)
      ? changesBy(LEFT, referenceTo(object), () => LEFT.added!(object, world)) : wholeObject(object, rules, rule => rule.added?.(object, world))),
  ];
  const broken = newlyFound(world, found, options).flatMap(({ object, statement }) => changesBy(NEWLY_FOUND, referenceTo(object), () => [statement]));
  const changes = [...found, ...broken].map(change => accept(change, accepted));
  return { changes: sorted(changes), summary: summaryOf(changes), kubernetesVersions: [String(model.version)], updates, renames, world };
}

/** What becomes of an object that its deployer does not update. */
function handledChanges(object: Manifest, handling: Handling): Change[] {
  const { rule, statement } = handling.how === 'left' ? { rule: LEFT, statement: left(object, handling.reader) } : handled(object, handling);
  return changesBy(rule, referenceTo(object), () => [statement]);
}

/** The same changes, unless a deployer makes anew what the server refuses to update. */
function withForce({ given: { before, after } }: Update, changes: Change[]): Change[] {
  const anew = forced(before, after, changes);
  return anew ? [...anew.rest, ...changesBy(anew.rule, referenceTo(after), () => [anew.statement])] : changes;
}

/** The workloads that an autoscaler scales. */
function scaledBy({ before: { references } }: World): Set<Manifest | undefined> {
  return new Set(references.all.filter(({ relation }) => relation === 'scales').map(reference => references.target(reference)));
}

/** What is said must not depend on the order in which files were read. */
function inOrderOfIdentity(manifests: readonly Manifest[]): Manifest[] {
  return manifests.map(manifest => ({ manifest, identity: identityOf(manifest) }))
    .sort((a, b) => inOrder(a.identity, b.identity))
    .map(({ manifest }) => manifest);
}

interface Rules {
  readonly severe: readonly Rule[];
  readonly ordinary: readonly Rule[];
}

function changesOf(update: Update, world: World, { severe, ordinary }: Rules): Change[] {
  const object = referenceTo(update.given.after);
  const differences = new Map(update.differences.map(difference => [difference.path, difference]));
  const complete = (said: ChangeStatement): ChangeStatement => {
    const { before, after } = { ...differences.get(said.path) ?? valuesAt(said.path, update), ...said };
    const [shownBefore, shownAfter] = [[update.before, before], [update.after, after]].map(([side, value]) =>
      withoutCredentials(value, holderOf(said.path, side as Manifest)));
    return { field: fieldName(said.path, update.after, before), ...said, before: shownBefore, after: shownAfter };
  };
  const changesOfRule = (rule: Rule, part: Update) => changesBy(rule, object, () => rule.updated?.(part, world), complete);

  const changes = severe.flatMap(rule => changesOfRule(rule, update));
  const covered = new PathSet(changes.map(({ path }) => path).filter(Boolean));
  const rest = { ...update, differences: update.differences.filter(({ path }) => !covered.touches(path)) };
  const known = new Map<string, Rule>();
  for (const rule of ordinary) {
    for (const change of changesOfRule(rule, rest)) {
      const first = known.get(change.path) ?? rule;
      known.set(change.path, first);
      if (first === rule) { changes.push(change); }
    }
  }
  return changes;
}

/** The name of the variable, or of the key, that holds a value. */
function holderOf(path: string, object: Manifest): unknown {
  if (/\/env\/\d+\/value$/.test(path)) { return valueAt(object, path.replace(/value$/, 'name')); }
  return /^\/data\/[^/]+$/.test(path) ? path.slice('/data/'.length) : undefined;
}

function valuesAt(path: string, { before, after }: Update): Pick<Change, 'before' | 'after'> {
  return { before: valueAt(before, path), after: valueAt(after, path) };
}

type Run = () => Iterable<ChangeStatement> | undefined;

/** What a rule says of an object, as changes. One that throws is told, too. */
function changesBy(rule: Rule, object: ObjectReference, run: Run, complete = (said: ChangeStatement) => said): Change[] {
  try {
    return [...run() ?? []].map(said => changeOf(rule, complete(said), object));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [changeOf(NOT_CHECKED, { path: '', part: rule.id, message: `the rule '${rule.id}' could not check this: ${reason}` }, object)];
  }
}

/** An object that is only on one side, or under another name: the first rule that knows something says it. */
function wholeObject(object: Manifest, { severe, ordinary }: Rules, run: (rule: Rule) => ReturnType<Run>): Change[] {
  for (const rules of [severe, ordinary]) {
    const changes = rules.flatMap(rule => changesBy(rule, referenceTo(object), () => run(rule)));
    if (changes.length > 0) { return changes; }
  }
  return [];
}

function changeOf(rule: Rule, said: ChangeStatement, object: ObjectReference): Change {
  const { part, path, message, effect = rule.effect, fix = rule.fix ?? '', field, before, after, claims = [], serverSideOnly } = said;
  const where = object.namespace ? `${object.namespace}/${object.name}` : object.name;
  return {
    id: `${rule.id}:${where}${part ? `/${part.replace(/^\//, '')}` : ''}`,
    rule: rule.id,
    severity: severityOf(rule),
    effect,
    object,
    path,
    ...field !== undefined && { field },
    ...isSecret(object, path) ? { before: redacted(before), after: redacted(after) } : { before, after },
    message,
    fix,
    claims,
    ...serverSideOnly && { serverSideOnly },
  };
}

/** Acceptances may still have ids of an earlier version. */
function withCurrentIds(accepted: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  return new Map([...accepted].flatMap(([id, reason]) => currentIds(id).map(current => [current, reason])));
}

function accept(change: Change, accepted: ReadonlyMap<string, string>): Change {
  const reason = canBeAccepted(change) && isDangerous(change) ? accepted.get(change.id) : undefined;
  return reason === undefined ? change : { ...change, severity: 'warning', accepted: reason };
}

/** The worst first. */
export function sorted(changes: readonly Change[]): Change[] {
  const weight = (change: Change) => (isDangerous(change) ? EFFECTS_BY_WEIGHT.length : 0) + weightOf(change.effect);
  return changes.map((change, index) => ({ change, index, weight: weight(change) }))
    .sort((a, b) => b.weight - a.weight || inOrder(a.change.id, b.change.id) || a.index - b.index)
    .map(({ change }) => change);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many there are of each effect. */
export function summaryOf(changes: readonly Change[]): DiffSummary {
  const effects: Partial<Record<Effect, number>> = {};
  for (const { effect } of changes) { effects[effect] = (effects[effect] ?? 0) + 1; }
  return {
    effects,
    changes: changes.length,
    dangerous: changes.filter(isDangerous).length,
    accepted: changes.filter(({ accepted }) => accepted !== undefined).length,
  };
}
