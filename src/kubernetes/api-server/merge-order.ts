/**
 * The order of a list that server-side apply merges: that of the manifest, and items that only the live list has stay
 * where they are between the others.
 *
 * @param live the keys of the live items
 * @param given those of the manifest
 */
export function mergedOrder(live: readonly string[], given: readonly string[]): string[] {
  const [isLive, isGiven] = [new Set(live), new Set(given)];
  const shared = given.filter(key => isLive.has(key));
  const order: string[] = [];
  let [l, g, next] = [0, 0, 0];
  while (l < live.length || g < given.length) {
    const [left, right] = [live[l], given[g]];
    if (l < live.length && g < given.length) {
      if (left === right) {
        order.push(right);
        [l, g, next] = [l + 1, g + 1, next + 1];
        continue;
      }
      // Its turn comes later, with the manifest.
      if (isGiven.has(left) && next < shared.length && shared[next] !== left) {
        l += 1;
        continue;
      }
    }
    if (l < live.length && !isGiven.has(left)) {
      order.push(left);
      l += 1;
    } else if (g < given.length) {
      order.push(right);
      if (shared[next] === right) { next += 1; }
      g += 1;
    } else {
      l += 1;
    }
  }
  return order;
}
