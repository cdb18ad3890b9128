import { growthOf } from './grow';
import { isSameStorage } from './same-storage';
import { TemplatePair, pairTemplates } from './template-pairs';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { World } from '../changes/world';

/**
 * Whether claims would have to shrink, which none does. The set could be created again all the same,
 * with a size that only new ordinals have: pods of one set with volumes of two sizes, which nobody wrote down.
 */
export function shrinksClaims(before: Manifest, after: Manifest, world: World): boolean {
  return pairTemplates(before, after, world.model).some(pair => growthOf(pair) < 0 && !isCopied(pair, world));
}

/** A copy goes to a volume of the old size. */
function isCopied({ old, next }: TemplatePair, world: World): boolean {
  const classes = [old, next].map(template => recordOf(template.spec).storageClassName);
  return classes[0] !== classes[1] && !isSameStorage(classes, world);
}
