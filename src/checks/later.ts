import { CHECKS } from './formats/checks';
import { schemaType, schemaUnknownField } from './schema/problems';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';

/** The first version in which the API server looks into the templates of a StatefulSet; not at what its controller makes of the name. */
export const CHECKS_TEMPLATES = '1.34';

/** What it cannot decode, it refuses wherever it stands. */
export const DECODING: ReadonlySet<string> = new Set([schemaUnknownField.id, schemaType.id, CHECKS.base64.id]);
/** The fields of a set's pods that it always looks at. */
export const ALWAYS_CHECKED: ReadonlySet<string> = new Set(['/spec/template/spec/restartPolicy', '/spec/template/spec/activeDeadlineSeconds']);

/** Whether the server looks at the template itself, and not only at the Pods that are made of it. */
export function isTemplateChecked({ kind }: Manifest, model: ApiModel): boolean {
  return kind !== 'StatefulSet' || model.isSince(CHECKS_TEMPLATES);
}

const TEMPLATES = /^\/spec\/(template\/spec|volumeClaimTemplates)(\/|$)/;

/** Whether the server takes a StatefulSet with this mistake, which shows when the controller makes a Pod or claim. */
export function isShownByController({ kind }: Manifest, path: string, rule: string, model: ApiModel): boolean {
  return kind === 'StatefulSet' && !model.isSince(CHECKS_TEMPLATES) && TEMPLATES.test(path) && !DECODING.has(rule) && !ALWAYS_CHECKED.has(path);
}

/** The same for what is wrong with the Pod or claim that the controller makes. */
export function isWrongOnlyWhenMade({ kind }: Manifest, path: string, podsOnly: boolean, model: ApiModel): boolean {
  return kind === 'StatefulSet' && (!model.isSince(CHECKS_TEMPLATES) || path === '/metadata/name' || podsOnly);
}
