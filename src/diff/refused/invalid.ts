import { ingressClassAnnotation } from '../../checks/rules/object/ingresses';
import { finalizers } from '../../checks/rules/object/object-meta';
import { checkManifests } from '../../checks/run';
import { schemaType, schemaUnknownField } from '../../checks/schema/problems';
import { Manifest, isRecord } from '../../kubernetes/manifest';
import { valueAt } from '../../kubernetes/pointer';
import { Finding } from '../../reports/finding';
import { ChangeStatement, Rule } from '../changes/rule';
import { ALLOCATED } from '../changes/service';
import { Update } from '../changes/update';

/**
 * What the server does not look into: the pods of a set, until its controller
 * fails to create them, and what an update of some kinds sets back to what it was.
 */
const UNSEEN: Readonly<Record<string, RegExp>> = {
  StatefulSet: /^\/spec\/(template\/spec|volumeClaimTemplates)(\/|$)/,
  CertificateSigningRequest: /^\/spec(\/|$)/,
  Namespace: /^\/spec(\/|$)/,
};

/** What it does look at there: what it cannot decode, and these two. */
const DECODING: ReadonlySet<string> = new Set([schemaUnknownField.id, schemaType.id]);
const SEEN: ReadonlySet<string> = new Set(['/spec/template/spec/restartPolicy', '/spec/template/spec/activeDeadlineSeconds']);

/** What the server asks of a new object and does not ask of a changed one. */
const ONLY_WHEN_CREATED: Readonly<Record<string, readonly string[]>> = {
  [ingressClassAnnotation.id]: ['Ingress'],
  [finalizers.id]: ['StatefulSet', 'Deployment', 'CronJob'],
};

/**
 * What is wrong with the new object for itself, as apply would store it:
 * also what the old object leaves behind. Faults that the old object has
 * too cannot be faults: the server took it.
 */
function newFaults({ before, after, given }: Update): ChangeStatement[] {
  const merged = faults(after);
  if (merged.length === 0 && !mayLose(given.after)) { return []; }
  const asWritten = faults(given.after);
  const inBoth = new Set(merged.map(placeOf));
  const found = [...merged, ...asWritten.filter(fault => isLostOnTheWay(fault, given.after) && !inBoth.has(placeOf(fault)))];
  if (found.length === 0) { return []; }
  const known = new Set([...faults(before), ...faults(given.before)].map(placeOf));
  const written = new Set(asWritten.map(placeOf));
  return found.filter(fault => !known.has(placeOf(fault))).map(fault => ({
    path: fault.path,
    part: fault.rule + fault.path,
    message: written.has(placeOf(fault)) ? fault.message : `${fault.message} (apply keeps what the old object had here)`,
    fix: fault.fix,
  }));
}

/** True if the object as stored says less than the object as written: these are decoded, and an empty text counts as absent. */
function mayLose(written: Manifest): boolean {
  return written.kind === 'Secret' || written.kind === 'PersistentVolumeClaim' || typeof written.metadata?.creationTimestamp === 'string' || holdsEmptyText(written);
}

function holdsEmptyText(value: unknown): boolean {
  if (value === '') { return true; }
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsEmptyText);
}

/** The server decodes what was written before it looks at what is meant: an empty text, a value of the wrong type, what is not base64. */
function isLostOnTheWay({ rule, path }: Finding, written: Manifest): boolean {
  const value = valueAt(written, path);
  return DECODING.has(rule) || path === '/metadata/creationTimestamp' || value === '' || (written.kind === 'Secret' && value !== undefined && /^\/(data|stringData)\//.test(path));
}

function placeOf({ rule, path }: Finding): string {
  return `${rule} ${path}`;
}

function faults(object: Manifest): Finding[] {
  const unseen = UNSEEN[object.kind];
  return checkManifests([withoutAllocated(object)], { scope: 'object' })
    .filter(({ rule, severity, path }) => severity === 'error' && !isOnlyWhenCreated(rule, object.kind) && (!unseen?.test(path) || DECODING.has(rule) || SEEN.has(path)));
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
