import { GATED_VALUES, MAY_BE_EMPTY, NEVER_READ, NOT_REQUIRED, REQUIRED_TOO, VALUES_TOO } from '../../../scripts/api-model/corrections';
import { DEFAULTS } from '../../../scripts/api-model/defaults';
import { GATED_FIELDS } from '../../../scripts/api-model/gated-fields';
import { VERSIONS } from '../../../scripts/api-model/inputs';
import { holdsIn } from '../../../scripts/api-model/ranges';
import { computedDefault } from '../../../src/kubernetes/api/computed-defaults';
import { ApiModel } from '../../../src/kubernetes/api/model';

/** Whether some version that the entry is about has the field. */
function exists(path: string, range: { readonly since?: string; readonly until?: string }): boolean {
  const [, type, field] = /^(.*?[A-Z]\w*)\.(.+)$/.exec(path)!;
  return VERSIONS.filter(version => holdsIn(version, range)).some(version => fieldExists(ApiModel.of(version), type, field.split('.')));
}

function fieldExists(model: ApiModel, type: string, [name, ...below]: readonly string[]): boolean {
  const field = model.type(type)?.field(name);
  if (!field || below.length === 0) { return field !== undefined; }
  const struct = field.type.struct ?? field.type.item?.struct;
  return struct !== undefined && fieldExists(model, struct, below);
}

test('every correction is about a field that there is', () => {
  const all = [NOT_REQUIRED, REQUIRED_TOO, VALUES_TOO, GATED_VALUES, MAY_BE_EMPTY, NEVER_READ, GATED_FIELDS].flat();
  const missing = all.flatMap(correction => correction.fields.filter(field => !exists(field, correction)));

  expect(missing).toEqual([]);
});

test('every gate of a hand-written table is a gate', () => {
  const gates = [...GATED_FIELDS, ...GATED_VALUES].flatMap(({ gate }) => gate ?? []);
  const unknown = gates.filter(gate => !VERSIONS.some(version => ApiModel.of(version).gate(gate)));

  expect(unknown).toEqual([]);
});

test('every default is about a field that there is, and every function that it names exists', () => {
  expect(DEFAULTS.filter(entry => !exists(entry.field, entry)).map(({ field }) => field)).toEqual([]);
  expect(DEFAULTS.filter(({ computed }) => computed && !computedDefault(computed))).toEqual([]);
});
