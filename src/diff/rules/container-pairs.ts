import { repositoryOf } from '../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { PodTemplate } from '../../kubernetes/workload';

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
  const gone = new Set(listOf(old.spec.containers).map(recordOf));
  const pairs = new Map<number, Container>();
  const rest = listOf(next.spec.containers).map((container, index) => ({ container: recordOf(container), index }));
  for (const isSame of [sameName, sameImage, sharedVolume, () => gone.size === 1 && pairs.size === rest.length - 1]) {
    for (const { container, index } of rest) {
      const before = pairs.has(index) ? undefined : [...gone].find(candidate => isSame(candidate, container));
      if (!before) { continue; }
      pairs.set(index, before);
      gone.delete(before);
    }
  }
  return rest.flatMap(({ container, index }) => {
    const before = pairs.get(index);
    return before ? [{ before, after: container, path: `${next.path}/spec/containers/${index}` }] : [];
  });
}

function sameName(before: Container, after: Container): boolean {
  return before.name === after.name;
}

function sameImage(before: Container, after: Container): boolean {
  return repositoryOf(before.image) !== '' && repositoryOf(before.image) === repositoryOf(after.image);
}

function sharedVolume(before: Container, after: Container): boolean {
  const names = (container: Container) => listOf(container.volumeMounts).map(mount => textOf(recordOf(mount).name)).filter(Boolean);
  const mounted = new Set(names(before));
  return names(after).some(name => mounted.has(name));
}
