import { get, has, pathsIn, remove } from './edit';
import { groupKey } from './groups';
import { Comparison, agrees } from './record';
import { Oracle, opinionOf } from './verdict';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** The object with all taken away that the same disagreement does not need. */
export async function shrunk(comparison: Comparison, oracle: Oracle, model: ApiModel): Promise<Manifest> {
  const key = groupKey(comparison);
  let smallest = comparison.manifest;
  const isSame = async (manifest: Manifest) => {
    const opinion = opinionOf(manifest, model);
    // The server is asked where the checker still says what it said.
    if (opinion.errors.length > 0 !== comparison.opinion.errors.length > 0) { return false; }
    const answer = await firstRefusal(manifest, oracle);
    const now: Comparison = { ...comparison, manifest, opinion, answer, refused: answer.refused };
    return answer.leftOut === undefined && !agrees(now) && groupKey(now) === key;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const path of pathsIn(smallest).reverse().sort((a, b) => a.length - b.length)) {
      if (!has(smallest, path) || path.length === 1 && (path[0] === 'apiVersion' || path[0] === 'kind')) { continue; }
      const smaller = remove(smallest, path);
      if (get(smaller, []) && await isSame(smaller)) {
        smallest = smaller;
        changed = true;
      }
    }
  }
  return smallest;
}

async function firstRefusal(manifest: Manifest, oracle: Oracle) {
  const answer = await oracle.ask(manifest);
  if (answer.refused) { return answer; }
  const derived = await oracle.askDerived(manifest);
  return derived.map(one => one.answer).find(one => one.refused && !one.leftOut) ?? answer;
}
