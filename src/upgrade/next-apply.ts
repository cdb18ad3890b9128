import { isWithoutEffect } from './course';
import { withoutStored } from '../checks/schema/dropped-field';
import { schemaUnknownField } from '../checks/schema/problems';
import { diff } from '../diff/diff';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Change } from '../reports/change';
import { Finding, Statement } from '../reports/finding';
import { RuleInfo } from '../reports/rule';

export const applyRefused: RuleInfo = {
  id: 'apply-refused',
  why: 'the server refuses the same manifest for the object that it stored: a field that counts now may not change, or a value is no longer valid',
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
  const still = new Set(after.filter(isNotStored).map(({ path }) => path));
  const ignored = before.filter(finding => isNotStored(finding) && !still.has(finding.path));
  return [...ignored.length > 0 ? withFields(manifest, ignored, model) : [], ...checkedAgain(manifest, before, after)];
}

/** The server keeps all that it knows in claims within other objects, and drops it when somebody makes the claims. */
const IN_CLAIM = /\/volumeClaimTemplates?\/(\d+\/)?spec\//;

function isNotStored(finding: Finding): boolean {
  return isWithoutEffect(finding) && (finding.rule === schemaUnknownField.id || !IN_CLAIM.test(finding.path));
}

function withFields(manifest: Manifest, ignored: readonly Finding[], model: ApiModel): Reapplied[] {
  const old = ignored.reduce((rest, { path }) => withoutStored(rest, path, model), manifest);
  const names = [...new Set(ignored.map(({ path }) => `'${path.slice(path.lastIndexOf('/') + 1)}'`))].join(', ');
  return diff([old], [manifest], { model }).changes.flatMap((change): Reapplied[] => {
    const { path, effect } = change;
    if (effect === 'refused') { return [{ rule: applyRefused, path, message: refusedInWords(change, names), fix: `remove ${names} before the upgrade; or ${change.fix}` }]; }
    return effect === 'restart' ? [{ rule: podsRestart, path, message: `with the next apply ${change.message}, since ${names} now counts`, fix: `remove ${names} before the upgrade, or apply when a restart does no harm` }] : [];
  });
}

/** Where the server does not compare with what it stored: a value that it refuses in a new object, it refuses on every update. A set keeps a template that is wrong. */
const ASKED_AGAIN = /\/(hostAliases\/\d+\/ip|dnsConfig\/nameservers\/\d+)$/;

function checkedAgain({ kind }: Manifest, before: readonly Finding[], after: readonly Finding[]): Reapplied[] {
  if (kind === 'StatefulSet') { return []; }
  const known = new Set(before.map(({ rule, path }) => `${rule} ${path}`));
  return after.filter(({ rule, path, severity }) => severity === 'error' && ASKED_AGAIN.test(path) && !known.has(`${rule} ${path}`))
    .map(({ path, message, fix }) => ({ rule: applyRefused, path, message: `the next apply is refused, though the manifest is the same: ${message}`, fix: `${fix} before the upgrade` }));
}

function refusedInWords({ message }: Change, names: string): string {
  return `the next apply is refused, though the manifest is the same, since ${names} now counts: ${message}`;
}
