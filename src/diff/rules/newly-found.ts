import { BREAKING_ABSENCES, BREAKING_WARNINGS, OF_ONE_FIELD, SAID_BY_RULES } from './breaking-checks';
import { GIVEN_TWICE } from './duplicates';
import { checkFailed } from '../../checks/check-failed';
import { checkSystem } from '../../checks/check-system';
import { Acknowledgement, byObject } from '../../checks/configuration/acknowledge';
import { checkManifests } from '../../checks/run';
import { schemaUnknownField } from '../../checks/schema/problems';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, sameData } from '../../kubernetes/manifest';
import { valueAt } from '../../kubernetes/pointer';
import { Environment } from '../../manifest/environment';
import { groupBy } from '../../manifest/group-by';
import { identityOf } from '../../manifest/inventory';
import { Change, Effect, isDangerous } from '../../reports/change';
import { Finding } from '../../reports/finding';
import { isPrinted } from '../changes/exported';
import { ChangeStatement, Rule } from '../changes/rule';
import { Side, World } from '../changes/world';

/** What the checks of the whole system find on the new side and did not find on the old one. */
export const NEWLY_FOUND: Rule = {
  id: 'newly-broken',
  title: 'Something that no longer works with the rest',
  effect: 'access',
  kinds: ['every kind'],
  fields: 'any: what `check` finds in the new manifests, and did not find in the old ones, in an object that is on both sides or that others depend on',
  why: 'the server takes each object for itself. A change of one may leave another one without what it needs: a Service without pods, a port that has another name, '
    + 'a key that is gone, a budget that lets no pod go, a quota that lets none come',
  fix: 'change both objects together',
};

/** A change of the world, with the object that no longer works. */
export interface NewlyFound {
  readonly object: Manifest;
  readonly statement: ChangeStatement;
}

/** What somebody has said of the cluster. */
export interface Declared {
  /** What exists besides the manifests. @default - nothing is known of it */
  readonly environment?: Environment;
  /** What checks find in the new manifests, and is meant. @default - nothing */
  readonly acknowledgements?: readonly Acknowledgement[];
}

interface About {
  readonly about: Manifest;
  readonly finding: Finding;
}

/** New objects of these kinds change what others may do. */
const GOVERNING: ReadonlySet<string> = new Set([
  'NetworkPolicy', 'ResourceQuota', 'LimitRange', 'PodDisruptionBudget', 'PriorityClass', 'IngressClass', 'StorageClass',
  'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration',
]);

/**
 * @param changes what is known of the change already, which is not told again
 */
export function newlyFound(world: World, changes: readonly Change[], { environment = {}, acknowledgements = [] }: Declared = {}): NewlyFound[] {
  if (changes.length === 0 || world.before.inventory.manifests.length === 0) { return []; }
  const acknowledgedBy = byObject(acknowledgements);
  const onSide = (side: Side, manifests = side.inventory.manifests) => foundOn(manifests, side, world, environment);
  const all = onSide(world.after).filter(({ about, finding }) => isTold(finding, about, world) && acknowledgedBy(finding).length === 0);
  const found = withoutTheUnknown(all, world, onSide);
  if (found.length === 0) { return []; }
  const dangers = changes.filter(isDangerous);
  const known = countOf(onSide(world.before));
  const news = groupBy(found.filter(one => !isSaid(one, dangers)), keyOf);
  return [...news].filter(([key, group]) => group.length > known(key))
    .map(([, group]) => ({ object: group[0].about, statement: statementOf(group) }));
}

/** How many findings of one rule there are in one object, by both: their places and words may be others although nothing is worse. */
function countOf(found: readonly About[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const one of found) { counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1); }
  return key => counts.get(key) ?? 0;
}

function keyOf({ about, finding }: About): string {
  return `${finding.rule} ${identityOf(about)}`;
}

/** What a cluster printed may be a part of what is there: with it only that part of the new side is compared. */
function withoutTheUnknown(found: readonly About[], world: World, onSide: (side: Side, manifests: readonly Manifest[]) => About[]): readonly About[] {
  if (found.length === 0 || !isPrinted(world.before)) { return found; }
  const same = onSide(world.after, world.after.inventory.manifests.filter(object => world.before.same(object)));
  const keys = new Set(same.map(keyOf));
  return found.filter(one => keys.has(keyOf(one)));
}

function foundOn(manifests: readonly Manifest[], side: Side, world: World, environment: Environment): About[] {
  const found = checkSystem(manifests, { environment }, world.model).filter(({ finding }) => finding.rule !== checkFailed.id);
  // Of objects that change it is told what the server says of the new one; those that stay may be read in another way.
  const custom = manifests.filter(object => !isBuiltIn(object.apiVersion) && sameData(world.before.same(object), world.after.same(object)));
  const definitions = world.definitionsOf(side);
  if (custom.length === 0 || definitions.every(one => sameData(world.before.same(one), world.after.same(one)))) { return found; }
  return [...found, ...checkManifests(custom, { scope: 'object', model: world.model, definitions })
    .filter(({ severity }) => severity === 'error').map(finding => ({ about: custom[finding.place!.manifest!], finding }))];
}

function isTold({ rule, severity, path }: Finding, about: Manifest, { before }: World): boolean {
  const old = before.same(about);
  if (!old) { return GOVERNING.has(about.kind) && (severity === 'error' || BREAKING_WARNINGS.has(rule)); }
  const isSame = (field: string) => sameData(valueAt(old, field), valueAt(about, field));
  const field = OF_ONE_FIELD.get(rule);
  if (field !== undefined && isSame(field || path)) { return false; }
  return severity === 'error' || BREAKING_WARNINGS.has(rule) || BREAKING_ABSENCES.has(rule) && isSame(path);
}

/** A danger of the same field, or of another rule that means the same. */
function isSaid({ about, finding: { rule, path } }: About, dangers: readonly Change[]): boolean {
  const others = SAID_BY_RULES.get(rule) ?? [];
  const isOfObject = ({ object }: Change) => object.kind === about.kind && object.name === about.metadata?.name;
  return dangers.some(danger => others.includes(danger.rule)
    || isOfObject(danger) && (danger.rule === GIVEN_TWICE.id || danger.path !== '' && path.startsWith(danger.path)));
}

function statementOf([{ finding: { rule, path, message, fix } }, ...more]: readonly About[]): ChangeStatement {
  return { path, part: rule, message: more.length > 0 ? `${message} (and ${more.length} more: see \`check\`)` : message, fix, effect: effectOf(rule) };
}

/** A field that its definition does not have any more is dropped when the object is written next; other faults make the server refuse the object. */
function effectOf(rule: string): Effect {
  if (rule === schemaUnknownField.id) { return 'stale-data'; }
  return /^(custom-resource|schema)-/.test(rule) ? 'refused' : 'access';
}
