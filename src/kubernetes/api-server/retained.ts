import { Manifest, isRecord, listOf, recordOf } from '../manifest';
import { podTemplateOf } from '../workload';

/**
 * An object as server-side apply stores it, without what kubectl's own apply would have removed: keys beside those that are written, where the
 * API says `patchStrategy: retainKeys`. That is the strategy of a Deployment, and each volume of a pod.
 */
export function withoutLeftovers(stored: Manifest, written: Manifest): Manifest {
  const copy: any = structuredClone(stored);
  if (copy.kind === 'Deployment' && isRecord(recordOf(copy.spec).strategy)) {
    copy.spec.strategy = retained(copy.spec.strategy, recordOf(written.spec).strategy);
  }
  const [spec, given] = [podTemplateOf(copy)?.spec, podTemplateOf(written)?.spec];
  if (spec && Array.isArray(spec.volumes)) {
    const byName = new Map(listOf(recordOf(given).volumes).map(volume => [recordOf(volume).name, volume]));
    spec.volumes = spec.volumes.map((volume: unknown) => retained(volume, byName.get(recordOf(volume).name)));
  }
  return copy;
}

function retained(stored: unknown, written: unknown): unknown {
  if (!isRecord(stored) || !isRecord(written)) { return stored; }
  return Object.fromEntries(Object.entries(stored).filter(([key]) => Object.hasOwn(written, key)));
}
