import { Course, isWithoutEffect, sinceWhen } from './course';
import { effectOfField } from './obeyed-fields';
import { droppedField } from '../checks/schema/dropped-field';
import { removedApi } from '../checks/schema/kind-checks';
import { lifetimeOfKind } from '../kubernetes/api/lifetime';
import { ApiModel } from '../kubernetes/api/model';
import { Finding } from '../reports/finding';
import { KIND_NOT_CHECKED } from '../reports/not-checked';
import { RuleInfo, severityOf } from '../reports/rule';

export const fieldObeyed: RuleInfo = {
  id: 'field-obeyed',
  why: 'a field that the server dropped or did not know so far takes effect as soon as the same manifest is applied again',
  severity: 'warning',
};

export const fieldIgnored: RuleInfo = {
  id: 'field-ignored',
  why: 'a field that took effect so far is dropped by the server, without an error',
  severity: 'warning',
};

export const refusedAtOnce: RuleInfo = {
  id: 'refused-at-once',
  why: 'what no controller could make of an object, the server now refuses when the object is created; one that is there stays',
};

/** What the checks find otherwise on the way: fields that are obeyed or dropped from a version on, and what is refused from then on. */
export function changedFindings(courses: readonly Course[], way: readonly ApiModel[]): Finding[] {
  return courses.flatMap(course => {
    const known = course.find(finding => finding !== undefined)!;
    const last = course.at(-1);
    // It is a line of the summary, and holds on all versions.
    if (known.rule === KIND_NOT_CHECKED) { return last ? [last] : []; }
    if (isWithoutEffect(known)) { return changedField(course, way); }
    const found = sinceWhen(course, way, finding => finding !== undefined);
    if (found) { return known.severity === 'info' || isReplacement(course, courses) ? [] : [newFinding(course, found, way)]; }
    const atOnce = sinceWhen(course, way, finding => finding !== undefined && finding.later !== true);
    return atOnce ? [as(refusedAtOnce, last!, atOnce, `${last!.message}: so far the server took the object`)] : [];
  });
}

/** Another rule said so up to the version before. */
function isReplacement(course: Course, courses: readonly Course[]): boolean {
  const first = course.lastIndexOf(undefined) + 1;
  const { severity, path, place } = course[first]!;
  return courses.some(other => {
    const before = other[first - 1];
    if (other[first] !== undefined || before?.severity !== severity || isWithoutEffect(before)) { return false; }
    return before.path === path && before.place?.file === place?.file && before.place?.document === place?.document;
  });
}

function changedField(course: Course, way: readonly ApiModel[]): Finding[] {
  const obeyed = sinceWhen(course, way, finding => finding === undefined);
  if (obeyed) {
    const known = course[way.indexOf(obeyed) - 1]!;
    // The field that it is in is told itself.
    if (course.some(finding => finding && finding.path.length > known.path.length)) { return []; }
    const name = known.path.slice(known.path.lastIndexOf('/') + 1);
    const before = known.rule === droppedField.id ? 'was dropped so far' : 'was unknown so far, and refused or dropped';
    return [{
      ...as(fieldObeyed, known, obeyed, `'${name}' ${before}; now it is obeyed: ${effectOfField(known.path)}`),
      fix: 'remove it before the upgrade if it is not meant; else test it on the new version first',
    }];
  }
  const without = sinceWhen(course, way, finding => finding !== undefined);
  const last = course.at(-1);
  if (!without || !last) { return []; }
  return last.rule === droppedField.id ? [as(fieldIgnored, last, without, last.message)] : [newFinding(course, without, way)];
}

/** What is wrong only from a version on, with the advice that holds before. */
function newFinding(course: Course, since: ApiModel, way: readonly ApiModel[]): Finding {
  const finding = course[way.indexOf(since)]!;
  const fix = finding.rule === removedApi.id ? `${finding.fix}${whenServed(finding, way[0])}` : finding.fix;
  return { ...finding, fix, since: String(since.version) };
}

/** The replacement may not be there yet where the upgrade starts. */
function whenServed({ fix, object: { kind } }: Finding, from: ApiModel): string {
  const [, apiVersion] = /^write apiVersion: (\S+)/.exec(fix) ?? [];
  const since = apiVersion && lifetimeOfKind(apiVersion, kind)?.since;
  return since && !from.isSince(since) ? `; it is there since ${since}: change it once the cluster runs that` : '';
}

function as(rule: RuleInfo, finding: Finding, since: ApiModel, message: string): Finding {
  const { later, ...rest } = finding;
  return { ...rest, rule: rule.id, severity: severityOf(rule), message, since: String(since.version) };
}
