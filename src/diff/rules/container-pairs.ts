import { repositoryOf } from '../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { PodTemplate } from '../../kubernetes/workload';
import { append } from '../../manifest/group-by';

type Container = Record<string, any>;

/** A container as it was, and what became of it. */
export interface ContainerPair {
  readonly before: Container;
  readonly after: Container;
  /** JSON pointer to the container as it is now. */
  readonly path: string;
}

/**
 * Containers of the same name belong together. A rename must not hide what
 * becomes of the data: of the rest, those of the same image do, then those
 * that mount a volume of the same name, then the only ones left on both sides.
 */
export function pairContainers(old: PodTemplate, next: PodTemplate): ContainerPair[] {
  const pool = new ContainerPool(listOf(old.spec.containers).map(recordOf));
  const pairs = new Map<number, Container>();
  const rest = listOf(next.spec.containers).map((container, index) => ({ container: recordOf(container), index }));
  for (const keysOf of LIKENESSES) {
    const take = pool.takerBy(keysOf);
    for (const { container, index } of rest) {
      const before = pairs.has(index) ? undefined : take(container);
      if (before) { pairs.set(index, before); }
    }
  }
  if (pool.left.size === 1 && pairs.size === rest.length - 1) {
    pairs.set(rest.find(({ index }) => !pairs.has(index))!.index, [...pool.left][0]);
  }
  return rest.flatMap(({ container, index }) => {
    const before = pairs.get(index);
    return before ? [{ before, after: container, path: `${next.path}/spec/containers/${index}` }] : [];
  });
}

/** What containers have in common that belong together: one of these keys is the same. The surest one comes first. */
const LIKENESSES: readonly ((container: Container) => unknown[])[] = [
  ({ name }) => [name],
  ({ image }) => [repositoryOf(image)].filter(repository => repository !== ''),
  ({ volumeMounts }) => listOf(volumeMounts).map(mount => textOf(recordOf(mount).name)).filter(Boolean),
];

/** The old containers that have no partner yet. Each is looked at once for each key, so that a pod of many thousands takes no longer for each of them. */
class ContainerPool {
  public readonly left: Set<Container>;

  public constructor(private readonly containers: readonly Container[]) {
    this.left = new Set(containers);
  }

  /** A function that takes the first container out that has a key in common with the given one. */
  public takerBy(keysOf: (container: Container) => unknown[]): (container: Container) => Container | undefined {
    const byKey = new Map<unknown, number[]>();
    for (let index = this.containers.length - 1; index >= 0; index--) {
      if (!this.left.has(this.containers[index])) { continue; }
      for (const key of keysOf(this.containers[index])) { append(byKey, key, index); }
    }
    return container => {
      const first = keysOf(container).reduce<number>((least, key) => Math.min(least, this.firstOf(byKey.get(key))), Infinity);
      if (first === Infinity) { return undefined; }
      this.left.delete(this.containers[first]);
      return this.containers[first];
    };
  }

  /** The least position of those that are left: the positions stand in falling order. */
  private firstOf(positions: number[] | undefined): number {
    while (positions && positions.length > 0 && !this.left.has(this.containers[positions.at(-1)!])) { positions.pop(); }
    return positions?.at(-1) ?? Infinity;
  }
}
