import { basesOf, examplesOf, objectKinds } from '../../../scripts/conformance/bases';
import { fieldsOfKind } from '../../../scripts/conformance/places';
import { planOf } from '../../../scripts/conformance/plan';
import { Site, sitesOf } from '../../../scripts/conformance/site';
import { ApiModel } from '../../../src/kubernetes/api/model';

/** What a run would ask if the server took the first site of each field. */
export function generated(names: readonly string[], seed = 1, version = '1.36') {
  const model = ApiModel.of(version);
  const examples = examplesOf(model);
  const kinds = objectKinds(model).filter(({ kind }) => names.includes(kind));
  const fields = kinds.flatMap(kind => fieldsOfKind(kind, model));
  const sites = fields.map((field): Site | undefined => sitesOf(field, basesOf(field.kind, model), examples, model)[Symbol.iterator]().next().value);
  // Made for those that ask: it takes longer than all else.
  return { model, fields, sites, get plan() { return planOf(sites.flatMap(site => site ?? []), { model, examples }, seed); } };
}
