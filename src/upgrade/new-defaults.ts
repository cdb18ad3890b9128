import { differencesOf } from '../diff/changes/difference';
import { FieldType } from '../kubernetes/api/field-type';
import { ApiModel } from '../kubernetes/api/model';
import { stored } from '../kubernetes/api-server/defaults';
import { Manifest } from '../kubernetes/manifest';
import { segmentsOf, valueAt } from '../kubernetes/pointer';
import { Statement } from '../reports/finding';
import { RuleInfo } from '../reports/rule';
import { show } from '../reports/show';

export const newDefault: RuleInfo = {
  id: 'new-default',
  why: 'where a manifest leaves a field to the server, it writes another value than before',
  severity: 'info',
};

/** A default that differs, and the first version in which it does. */
export interface NewDefault extends Statement {
  readonly model: ApiModel;
}

/** The fields that the manifest leaves to the server, and for which it writes something else on the last version than on the first. */
export function newDefaults(manifest: Manifest, way: readonly ApiModel[]): NewDefault[] {
  const onEach = way.map(model => stored(manifest, model));
  const [first, last] = [onEach[0], onEach[onEach.length - 1]];
  const model = way[way.length - 1];
  return differencesOf(first, last, model.objectType(manifest.apiVersion, manifest.kind), model)
    // What the manifest says is dropped or obeyed: the checks tell that. What a new feature has by default is what was before.
    .filter(({ path }) => valueAt(manifest, path) === undefined && hadField(manifest, path, way[0]))
    .map(({ path, before, after }) => {
      const same = onEach.map(object => JSON.stringify(valueAt(object, path))).lastIndexOf(JSON.stringify(before));
      return {
        path,
        model: way[same + 1],
        message: `the server writes ${valueInWords(after)} where the manifest says nothing; so far ${valueInWords(before)}`,
        fix: before === undefined ? 'nothing, unless other tools compare the object' : 'write the value that you want',
      };
    });
}

/** Whether a version has the field, and does not drop it. */
function hadField({ apiVersion, kind }: Manifest, path: string, model: ApiModel): boolean {
  let type: FieldType | undefined = model.objectType(apiVersion, kind);
  for (const name of segmentsOf(path)) {
    const field = type?.struct === undefined ? undefined : model.type(type.struct)?.field(name);
    if (type?.struct !== undefined && (!field || field.dropped)) { return false; }
    type = model.part(type, name);
  }
  return true;
}

function valueInWords(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : show(value);
}
