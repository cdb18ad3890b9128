import { isRecord, recordOf } from '../../../kubernetes/manifest';

type Schema = Readonly<Record<string, any>>;

const STEP = /^(?:\.([^.[\]']+)|\['((?:[^'\\]|\\.)*)'\])/;

/** The schema of the field at a path such as `.spec.size` or `['my-size']`; undefined if there is none. */
export function fieldAt(path: string, schema: Schema): Schema | undefined {
  let here = schema;
  let rest = path;
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (!step) { return undefined; }
    const below = fieldBelow(here, step[1] ?? step[2]);
    if (!isRecord(below)) { return undefined; }
    here = below;
    rest = rest.slice(step[0].length);
  }
  return here;
}

function fieldBelow({ properties, additionalProperties }: Schema, name: string): unknown {
  const fields = recordOf(properties);
  if (Object.keys(fields).length === 0) { return additionalProperties; }
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
