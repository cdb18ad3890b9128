import { differencesOf } from './difference';
import { reorderedLists } from './order';
import { isUnder } from './update';
import { ApiModel } from '../../kubernetes/api/model';
import { stored } from '../../kubernetes/api-server/defaults';
import { Manifest } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';

/** True if two workloads of a kind have the same pod template once the server has written its defaults into both: pods of one are up to date in the other. */
export function sameTemplate(before: Manifest, after: Manifest, model: ApiModel): boolean {
  const [old, next] = [before, after].map(side => stored(side, model));
  const path = podTemplateOf(next)?.path ?? '';
  const changed = differencesOf(old, next, model.objectType(after.apiVersion, after.kind), model);
  return !changed.some(difference => isUnder(difference.path, path) || isUnder(path, difference.path))
    && reorderedLists({ before: old, after: next }, path, model).length === 0;
}
