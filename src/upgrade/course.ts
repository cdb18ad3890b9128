import { droppedField } from '../checks/schema/dropped-field';
import { schemaUnknownField } from '../checks/schema/problems';
import { ApiModel } from '../kubernetes/api/model';
import { Finding } from '../reports/finding';

/** One finding on the versions of an upgrade, in their order: undefined where it does not hold. */
export type Course = readonly (Finding | undefined)[];

/** A field without effect: one that the server does not know, or drops. It may be the first on one version and the second on the next. */
export function isWithoutEffect({ rule }: Finding): boolean {
  return rule === schemaUnknownField.id || rule === droppedField.id;
}

/** Where a field has no effect, neither has what is in it: with the finding of the field, that of its parts holds too. */
function withOuterFields(courses: readonly Course[], onEach: readonly (readonly Finding[])[]): Course[] {
  const withoutEffect = onEach.map(findings => findings.filter(isWithoutEffect));
  return courses.map(course => {
    const known = course.find(finding => finding !== undefined)!;
    if (!isWithoutEffect(known)) { return course; }
    return course.map((finding, index) => finding ?? withoutEffect[index].find(outer => isIn(known, outer)));
  });
}

function isIn({ path, place }: Finding, outer: Finding): boolean {
  return path.startsWith(`${outer.path}/`) && place?.file === outer.place?.file && place?.document === outer.place?.document;
}

/** Follows each finding through the versions, whatever words it is told in. */
export function coursesOf(onEach: readonly (readonly Finding[])[]): Course[] {
  const courses = new Map<string, (Finding | undefined)[]>();
  onEach.forEach((findings, index) => {
    const seen = new Map<string, number>();
    for (const finding of findings) {
      const { rule, path, object, place } = finding;
      const name = JSON.stringify([isWithoutEffect(finding) ? droppedField.id : rule, path, place?.file, place?.document, object]);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const course = courses.get(`${count} ${name}`) ?? onEach.map(() => undefined);
      course[index] = finding;
      courses.set(`${count} ${name}`, course);
    }
  });
  return withOuterFields([...courses.values()], onEach);
}

/** From which version on it is, without a break up to the last one, as it is there; undefined if it was so from the start. */
export function sinceWhen(course: Course, models: readonly ApiModel[], isSo: (finding: Finding | undefined) => boolean): ApiModel | undefined {
  const before = course.map(isSo).lastIndexOf(false);
  return before < 0 || before === course.length - 1 ? undefined : models[before + 1];
}
