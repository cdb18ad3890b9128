import { stored } from '../../kubernetes/api-server/defaults';
import { sameData } from '../../kubernetes/manifest';
import { World } from '../changes/world';

/** True if two classes are known to make the same volumes in the same place: one is the other under a new name. */
export function isSameStorage([before, after]: readonly unknown[], world: World): boolean {
  const old = world.before.inventory.findIn('StorageClass', '', before);
  const next = world.after.inventory.findIn('StorageClass', '', after);
  if (!old || !next) { return false; }
  const [a, b] = [old, next].map(storageClass => stored(storageClass, world.model));
  return a.provisioner === b.provisioner && sameData(a.parameters, b.parameters);
}
