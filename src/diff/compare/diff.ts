import { DANGERS, rulesFor } from './effects';
import { Manifest, ObjectReference, sameData } from '../../kubernetes/manifest';
import { valueAt } from '../../kubernetes/pointer';
import { identityOf, referenceTo } from '../../manifest/inventory';
import { currentIds } from '../../reports/old-ids';
import { isSecret, redacted } from '../../reports/secret';
import { Change, EFFECTS_BY_WEIGHT, Effect, isDangerous, weightOf } from '../changes/effect';
import { isMadeBySet } from '../changes/exported';
import { FieldChange } from '../changes/field-change';
import { fieldName } from '../changes/field-name';
import { Rename, findRenames } from '../changes/renames';
import { EffectRule, Hit, Update, isUnder, updateOf } from '../changes/update';
import { DEFAULT_MINOR, KubernetesMinor } from '../changes/version';
import { World } from '../changes/world';
import { REFUSALS } from '../refused/rules';
import { NOT_JUDGED } from '../rules/not-judged';
import { ORDINARY } from '../rules/ordinary';

/** How to compare. */
export interface DiffOptions {
  /** Minor version of the cluster: 27 is 1.27. @default 27 */
  readonly version?: KubernetesMinor;
  /** Why a danger was accepted, by the id of the change. @default - none was */
  readonly accepted?: ReadonlyMap<string, string>;
}

export interface DiffSummary {
  /** How many changes have each effect; effects without changes are left out. */
  readonly effects: Readonly<Partial<Record<Effect, number>>>;
  readonly changes: number;
  /** Refused, or dangerous and not accepted. */
  readonly dangerous: number;
  /** Dangers that somebody accepted, with a reason. */
  readonly accepted: number;
}

export interface Diff {
  /** Worst first. */
  readonly changes: readonly Change[];
  readonly summary: DiffSummary;
}

/** What it does to a cluster that runs `before` when `after` is applied with server-side apply, and what is gone is pruned. */
export function diff(before: readonly Manifest[], after: readonly Manifest[], options: DiffOptions = {}): Diff {
  return diffOf(compare(before, after, options));
}

/** Everything that was found out about two sides; plans are made of it. */
export interface Comparison {
  /** Worst first. */
  readonly changes: readonly Change[];
  readonly updates: readonly Update[];
  readonly renames: readonly Rename[];
  readonly world: World;
}

export function compare(givenBefore: readonly Manifest[], givenAfter: readonly Manifest[], options: DiffOptions = {}): Comparison {
  const version = options.version ?? DEFAULT_MINOR;
  const [before, after] = [inOrderOfIdentity(givenBefore), inOrderOfIdentity(givenAfter)];
  const { removed, added, both } = matched(before, after);
  const renames = findRenames(removed, added);
  const renamed = new Set(renames.flatMap(rename => [rename.before, rename.after]));
  const world = new World(before, after);
  const gone = removed.filter(object => !renamed.has(object) && !isMadeBySet(object, world.before));
  const rules = { severe: rulesFor([...REFUSALS, ...DANGERS], version), ordinary: rulesFor(ORDINARY, version) };
  const accepted = withCurrentIds(options.accepted);
  const updates = both.map(([old, next]) => updateOf(old, next));

  const changes = [
    ...updates.flatMap(update => changesOf(update, world, rules)),
    ...renames.flatMap(rename => wholeObject(rename.before, rules, rule => rule.renamed?.(rename.before, rename.after, world))),
    ...gone.flatMap(object => wholeObject(object, rules, rule => rule.removed?.(object, world))),
    ...added.filter(object => !renamed.has(object)).flatMap(object => wholeObject(object, rules, rule => rule.added?.(object, world))),
  ].map(change => accept(change, accepted));
  return { changes: sorted(changes), updates, renames, world };
}

/** What is said must not depend on the order in which files were read. */
function inOrderOfIdentity(manifests: readonly Manifest[]): Manifest[] {
  return manifests.map(manifest => ({ manifest, identity: identityOf(manifest) }))
    .sort((a, b) => inOrder(a.identity, b.identity))
    .map(({ manifest }) => manifest);
}

export function diffOf({ changes }: Comparison): Diff {
  return { changes, summary: summaryOf(changes) };
}

interface Rules {
  readonly severe: readonly EffectRule[];
  readonly ordinary: readonly EffectRule[];
}

interface Matched {
  readonly removed: Manifest[];
  readonly added: Manifest[];
  /** On both sides, and not the same text. */
  readonly both: [Manifest, Manifest][];
}

/** Of objects given twice, the last one counts: it is the one that stays in the cluster. */
function matched(before: readonly Manifest[], after: readonly Manifest[]): Matched {
  const old = new Map(before.map(object => [identityOf(object), object]));
  const next = new Map(after.map(object => [identityOf(object), object]));
  const removed = [...old].filter(([identity]) => !next.has(identity)).map(([, object]) => object);
  const added = [...next].filter(([identity]) => !old.has(identity)).map(([, object]) => object);
  const both = [...next].flatMap(([identity, object]): [Manifest, Manifest][] => {
    const same = old.get(identity);
    return same && !sameData(same, object) ? [[same, object]] : [];
  });
  return { removed, added, both };
}

function changesOf(update: Update, world: World, { severe, ordinary }: Rules): Change[] {
  const found = severe.flatMap(rule => hitsOf(rule, update, world));
  const covered = new Set(found.map(({ hit }) => hit.path).filter(Boolean));
  const rest = { ...update, changes: update.changes.filter(({ path }) => !isCovered(path, covered)) };
  const known = new Map<string, EffectRule>();
  for (const rule of ordinary) {
    for (const entry of hitsOf(rule, rest, world)) {
      const first = known.get(entry.hit.path) ?? rule;
      known.set(entry.hit.path, first);
      if (first === rule) { found.push(entry); }
    }
  }
  const object = referenceTo(update.given.after);
  const changes = new Map(update.changes.map(change => [change.path, change]));
  return found.map(({ rule, hit }) => {
    const change = changeOf(rule, { ...valuesAt(hit.path, update, changes.get(hit.path)), ...hit }, object);
    const field = fieldName(hit.path, update.after, change.before);
    return field === undefined ? change : { ...change, field };
  });
}

function valuesAt(path: string, { before, after }: Update, change: FieldChange | undefined): Pick<Hit, 'before' | 'after'> {
  return change ?? { before: valueAt(before, path), after: valueAt(after, path) };
}

interface Found {
  readonly rule: EffectRule;
  readonly hit: Hit;
}

function hitsOf(rule: EffectRule, update: Update, world: World): Found[] {
  return judged(rule, () => rule.updated?.(update, world));
}

function judged(rule: EffectRule, run: () => Iterable<Hit> | undefined): Found[] {
  try {
    return [...run() ?? []].map(hit => ({ rule, hit }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ rule: NOT_JUDGED, hit: { path: '', part: rule.id, message: `the rule '${rule.id}' could not judge this: ${reason}` } }];
  }
}

function isCovered(path: string, covered: ReadonlySet<string>): boolean {
  for (const hit of covered) {
    if (isUnder(path, hit) || isUnder(hit, path)) { return true; }
  }
  return false;
}

/** An object that is only on one side, or under another name: the first rule that knows something says it. */
function wholeObject(object: Manifest, { severe, ordinary }: Rules, run: (rule: EffectRule) => Iterable<Hit> | undefined): Change[] {
  for (const rules of [severe, ordinary]) {
    const found = rules.flatMap(rule => judged(rule, () => run(rule))).map(({ rule, hit }) => changeOf(rule, hit, referenceTo(object)));
    if (found.length > 0) { return found; }
  }
  return [];
}

function changeOf(rule: EffectRule, hit: Hit, object: ObjectReference): Change {
  const where = object.namespace ? `${object.namespace}/${object.name}` : object.name;
  const effect = hit.effect ?? rule.effect;
  return {
    id: `${rule.id}:${where}${hit.part ? `/${hit.part.replace(/^\//, '')}` : ''}`,
    rule: rule.id,
    severity: effect === 'refused' || (rule.danger && effect !== 'none') ? 'error' : 'info',
    effect,
    object,
    path: hit.path,
    ...isSecret(object, hit.path) ? { before: redacted(hit.before), after: redacted(hit.after) } : { before: hit.before, after: hit.after },
    message: hit.message,
    fix: hit.fix ?? rule.fix,
    claims: hit.claims ?? [],
  };
}

/** Acceptances may still have ids of an earlier version. */
function withCurrentIds(accepted: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  return new Map([...accepted].flatMap(([id, reason]) => currentIds(id).map(current => [current, reason])));
}

function accept(change: Change, accepted: ReadonlyMap<string, string>): Change {
  const reason = change.effect !== 'refused' && isDangerous(change) ? accepted.get(change.id) : undefined;
  return reason === undefined ? change : { ...change, severity: 'warning', accepted: reason };
}

function sorted(changes: Change[]): Change[] {
  const weight = (change: Change) => (isDangerous(change) ? EFFECTS_BY_WEIGHT.length : 0) + weightOf(change.effect);
  return changes.map((change, index) => ({ change, index, weight: weight(change) }))
    .sort((a, b) => b.weight - a.weight || inOrder(a.change.id, b.change.id) || a.index - b.index)
    .map(({ change }) => change);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function summaryOf(changes: readonly Change[]): DiffSummary {
  const effects: Partial<Record<Effect, number>> = {};
  for (const { effect } of changes) { effects[effect] = (effects[effect] ?? 0) + 1; }
  return {
    effects,
    changes: changes.length,
    dangerous: changes.filter(isDangerous).length,
    accepted: changes.filter(({ accepted }) => accepted !== undefined).length,
  };
}
