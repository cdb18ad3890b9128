import { OTHERS, SERVER_SIDE } from './strategy';
import { customResourceRule } from '../../checks/custom-resources/rules';
import { ALWAYS_CHECKED, DECODING } from '../../checks/later';
import { ingressClassAnnotation } from '../../checks/rules/object/ingresses';
import { finalizers } from '../../checks/rules/object/object-meta';
import { updateStrategy } from '../../checks/rules/object/update-strategy';
import { checkManifests } from '../../checks/run';
import { ApiModel } from '../../kubernetes/api/model';
import { withoutLeftovers } from '../../kubernetes/api-server/retained';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, isRecord } from '../../kubernetes/manifest';
import { valueAt } from '../../kubernetes/pointer';
import { Finding } from '../../reports/finding';
import { ChangeStatement, Rule } from '../changes/rule';
import { ALLOCATED } from '../changes/service';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/** A part of objects that the server does not look into when one is changed. */
interface Unseen {
  readonly kind: string;
  readonly path: RegExp;
  /** @default - in all versions */
  readonly until?: string;
  /** Only if the old object breaks a rule there. @default - whatever the old object says */
  readonly ifOldIsInvalid?: RegExp;
}

/**
 * The pods of a set, until its controller fails to create them; what never
 * changes, once it was taken; and what an update of some kinds sets back to what it was.
 */
const UNSEEN: readonly Unseen[] = [
  { kind: 'StatefulSet', path: /^\/spec\/template\/spec(\/|$)/, until: '1.34' },
  { kind: 'StatefulSet', path: /^\/spec\/template(\/|$)/, ifOldIsInvalid: /^\/spec\/(?!serviceName|volumeClaimTemplates)/ },
  { kind: 'StatefulSet', path: /^\/spec\/(serviceName|volumeClaimTemplates)(\/|$)/ },
  { kind: 'CertificateSigningRequest', path: /^\/spec(\/|$)/ },
  { kind: 'Namespace', path: /^\/spec(\/|$)/ },
];

/** Kinds of which the server does not look at `generateName` when an object is changed: their names are checked at creation alone. */
const NAMED_ONCE: ReadonlySet<string> = new Set([
  'CustomResourceDefinition', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet', 'HorizontalPodAutoscaler', 'CronJob', 'CertificateSigningRequest',
  'Lease', 'Event', 'NetworkPolicy', 'ServiceCIDR', 'PodDisruptionBudget', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'DeviceClass',
  'ResourceSlice', 'PriorityClass', 'CSIDriver', 'PodTemplate', 'ReplicationController', 'ResourceQuota', 'Service',
]);

/** What the server asks of a new object and does not ask of a changed one. */
const ONLY_WHEN_CREATED: Readonly<Record<string, readonly string[]>> = {
  [ingressClassAnnotation.id]: ['Ingress'],
  [finalizers.id]: ['StatefulSet', 'Deployment', 'CronJob'],
};

/** Rules of definitions are asked with the old object at hand. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([customResourceRule.id]);

/**
 * What is wrong with the new object for itself, as apply would store it:
 * also what the old object leaves behind. Faults that the old object has
 * too cannot be faults: the server took it.
 */
function newFaults({ before, after, given }: Update, world: World): ChangeStatement[] {
  const merged = faults(after, world);
  const asWritten = faults(given.after, world);
  const inBoth = new Set(merged.map(placeOf));
  const found = [...merged, ...asWritten.filter(fault => isLostOnTheWay(fault, given.after) && !inBoth.has(placeOf(fault)))];
  if (found.length === 0) { return []; }
  const old = [...faults(before, world), ...faults(given.before, world)];
  const unseen = unseenOf(after.kind, old, world.model);
  const known = new Set(old.map(placeOf));
  const written = new Set(asWritten.map(placeOf));
  const isNamedOnce = ({ path }: Finding) => path === '/metadata/generateName' && NAMED_ONCE.has(after.kind);
  const said = found.filter(fault => !known.has(placeOf(fault)) && isSeen(fault, unseen) && !isNamedOnce(fault));
  const left = said.filter(fault => !written.has(placeOf(fault)));
  const keptByAll = new Set((left.length > 0 ? faults(withoutLeftovers(after, given.after), world) : []).map(placeOf));
  return said.filter(fault => !left.includes(fault) || !isSaidOfStrategy(fault)).map(fault => ({
    path: fault.path,
    part: fault.rule + fault.path,
    fix: fault.fix,
    ...messageOf(fault, left.includes(fault), keptByAll.has(placeOf(fault))),
  }));
}

/** See strategy.ts. */
function isSaidOfStrategy({ rule, path }: Finding): boolean {
  return rule === updateStrategy.id && path.endsWith('/rollingUpdate');
}

function messageOf({ message }: Finding, isLeft: boolean, isKeptByAll: boolean): Pick<ChangeStatement, 'message' | 'serverSideOnly'> {
  if (!isLeft) { return { message }; }
  if (isKeptByAll) { return { message: `${message} (apply keeps what the old object had here)` }; }
  return { message: `${SERVER_SIDE}: ${message} (apply keeps what the old object had here); ${OTHERS}`, serverSideOnly: true };
}

function unseenOf(kind: string, old: readonly Finding[], model: ApiModel): Unseen[] {
  return UNSEEN.filter(part => part.kind === kind && !(part.until && model.isSince(part.until))
    && (!part.ifOldIsInvalid || old.some(({ path }) => part.ifOldIsInvalid!.test(path))));
}

function isSeen({ rule, path }: Finding, unseen: readonly Unseen[]): boolean {
  return DECODING.has(rule) || ALWAYS_CHECKED.has(path) || !unseen.some(part => part.path.test(path));
}

/** The server decodes what was written before it looks at what is meant: an empty text, a value of the wrong type, what is not base64. */
function isLostOnTheWay({ rule, path }: Finding, written: Manifest): boolean {
  const value = valueAt(written, path);
  return DECODING.has(rule) || path === '/metadata/creationTimestamp' || value === '' || (written.kind === 'Secret' && value !== undefined && /^\/(data|stringData)\//.test(path));
}

function placeOf({ rule, path }: Finding): string {
  return `${rule} ${path}`;
}

function faults(object: Manifest, { model, definitions }: World): Finding[] {
  return checkManifests([withoutAllocated(object)], { scope: 'object', model, definitions: isBuiltIn(object.apiVersion) ? [] : definitions })
    .filter(({ rule, severity, later }) => !SAID_ELSEWHERE.has(rule) && severity === 'error' && !later && !isOnlyWhenCreated(rule, object.kind));
}

function isOnlyWhenCreated(rule: string, kind: string): boolean {
  return Object.hasOwn(ONLY_WHEN_CREATED, rule) && ONLY_WHEN_CREATED[rule].includes(kind);
}

function withoutAllocated(value: any): any {
  if (Array.isArray(value)) { return value.filter(item => item !== ALLOCATED).map(withoutAllocated); }
  if (!isRecord(value)) { return value; }
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== ALLOCATED).map(([key, child]) => [key, withoutAllocated(child)]));
}

export const VALIDITY_RULES: readonly Rule[] = [{
  id: 'invalid',
  title: 'The new object is not valid',
  effect: 'refused',
  kinds: ['every kind'],
  fields: 'all fields, see the checks of one object',
  why: 'the server validates the object that apply puts together from the old one and the new manifest',
  fix: 'correct the field',
  updated: newFaults,
}];
