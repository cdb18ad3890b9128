import { isWithoutEffect } from './course';
import { withoutDroppedFields } from '../checks/schema/dropped-field';
import { schemaUnknownField } from '../checks/schema/problems';
import { diff } from '../diff/diff';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { without } from '../kubernetes/pointer';
import { Change } from '../reports/change';
import { Finding, Statement } from '../reports/finding';
import { RuleInfo } from '../reports/rule';

export const applyRefused: RuleInfo = {
  id: 'apply-refused',
  why: 'the server stored the object without a field that it now obeys, and the field may not change: the same manifest is refused',
  severity: 'error',
};

export const podsRestart: RuleInfo = {
  id: 'pods-restart',
  why: 'the server stored the pod template without a field that it now obeys: the same manifest, applied again, replaces the pods',
  severity: 'warning',
};

/** What becomes of an object that is there when its manifest is applied again, unchanged. */
export interface Reapplied extends Statement {
  readonly rule: RuleInfo;
}

/**
 * @param before what is found of the manifest on the version that stored the object
 * @param after the same on the version on which it is applied again
 */
export function applyAgain(manifest: Manifest, before: readonly Finding[], after: readonly Finding[], model: ApiModel): Reapplied[] {
  const still = new Set(after.filter(isWithoutEffect).map(({ path }) => path));
  const ignored = before.filter(finding => isWithoutEffect(finding) && !still.has(finding.path));
  if (ignored.length === 0) { return []; }
  const old = ignored.filter(({ rule }) => rule === schemaUnknownField.id)
    .reduce((rest, { path }) => without(rest, path), withoutDroppedFields(manifest, ignored));
  const names = [...new Set(ignored.map(({ path }) => `'${path.slice(path.lastIndexOf('/') + 1)}'`))].join(', ');
  return diff([old], [manifest], { model }).changes.flatMap((change): Reapplied[] => {
    const { path, effect } = change;
    if (effect === 'refused') { return [{ rule: applyRefused, path, message: refusedInWords(change, names), fix: `remove ${names} before the upgrade; or ${change.fix}` }]; }
    return effect === 'restart' ? [{ rule: podsRestart, path, message: `with the next apply ${change.message}, since ${names} now counts`, fix: `remove ${names} before the upgrade, or apply when a restart does no harm` }] : [];
  });
}

function refusedInWords({ message }: Change, names: string): string {
  return `the next apply is refused, though the manifest is the same, since ${names} now counts: ${message}`;
}
