import { checkManifests } from '../../checks/run';
import { Manifest, isRecord } from '../../manifest/manifest';
import { ALLOCATED } from '../service';
import { EffectRule, Hit, Update } from '../update';

/** The server looks into the pods of every kind but this, until it fails to create them. */
const UNSEEN: Readonly<Record<string, RegExp>> = {
  StatefulSet: /^\/spec\/(template\/spec|volumeClaimTemplates)(\/|$)/,
};

/**
 * What is wrong with the new object for itself, as apply would store it:
 * also what the old object leaves behind. Faults that the old object has
 * too cannot be faults: the server took it.
 */
function newFaults({ before, after, given }: Update): Hit[] {
  const found = faults(after);
  if (found.length === 0) { return []; }
  const known = places(before);
  const written = places(given.after);
  return found.filter(fault => !known.has(placeOf(fault))).map(fault => ({
    path: fault.path,
    part: fault.id + fault.path,
    message: written.has(placeOf(fault)) ? fault.message : `${fault.message} (apply keeps what the old object had here)`,
    fix: fault.fix,
  }));
}

function places(object: Manifest): ReadonlySet<string> {
  return new Set(faults(object).map(placeOf));
}

function placeOf({ id, path }: { readonly id: string; readonly path: string }): string {
  return `${id} ${path}`;
}

function faults(object: Manifest) {
  const unseen = UNSEEN[object.kind];
  return checkManifests([withoutAllocated(object)], { scope: 'object' })
    .filter(({ severity, path }) => severity === 'error' && !unseen?.test(path));
}

function withoutAllocated(value: any): any {
  if (Array.isArray(value)) { return value.filter(item => item !== ALLOCATED).map(withoutAllocated); }
  if (!isRecord(value)) { return value; }
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== ALLOCATED).map(([key, child]) => [key, withoutAllocated(child)]));
}

export const VALIDITY_RULES: readonly EffectRule[] = [{
  id: 'invalid',
  title: 'The new object is not valid',
  effect: 'refused',
  kinds: ['every kind'],
  fields: 'all fields, see the checks of one object',
  why: 'the server validates the object that apply puts together from the old one and the new manifest',
  fix: 'mend the field',
  updated: newFaults,
}];
