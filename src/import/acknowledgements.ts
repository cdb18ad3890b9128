import { Call, Name } from './code';
import { MadeObject } from './evaluate';
import { Statement } from './program';
import { STATEFUL } from './values';
import { checkManifests } from '../checks/run';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';

const REASON = 'it was so before the import';

/**
 * `Checks.of(shop).acknowledge('image-tag', { … })` for every rule that the objects of a chart break already: a chart with
 * our constructs is checked when it is synthesized, and errors would stop it.
 *
 * @param charts variables of the charts that hold constructs, by their ids
 */
export function acknowledgements(
  objects: readonly MadeObject[], charts: ReadonlyMap<string, string>, models: readonly ApiModel[], definitions?: readonly Manifest[],
): ReadonlyMap<string, readonly Statement[]> {
  const errors = checkManifests(objects.map(({ manifest }) => manifest), { model: models, definitions }).filter(({ severity }) => severity === 'error');
  const broken = errors.map(({ rule, place }) => ({ rule, chart: objects[place!.manifest!].path.split('/')[0] }));
  return new Map([...charts].map(([id, variable]) => {
    const rules = [...new Set(broken.filter(({ chart }) => chart === id).map(({ rule }) => rule))].sort();
    return [variable, rules.map((rule): Statement => ({
      call: new Call('Checks.of', [new Name(variable)], STATEFUL, { method: 'acknowledge', args: [rule, { reason: REASON }] }), joined: true,
    }))];
  }));
}
