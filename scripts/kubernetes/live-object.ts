import { Manifest } from '../../src/kubernetes/manifest';

/** An object as the server takes and gives it: it has a name. */
export interface LiveObject extends Manifest {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly uid?: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: ReadonlyArray<{ readonly kind: string }>;
  };
}

/** Somebody has deleted it, and it is not gone yet. */
export function isGoing({ metadata }: LiveObject): boolean {
  return metadata.deletionTimestamp !== undefined;
}

export function hasCondition({ status }: LiveObject, type: string): boolean {
  return (status?.conditions ?? []).some((condition: any) => condition.type === type && condition.status === 'True');
}

/** Its status speaks of what it is, and not of what it was before. */
export function isObserved({ metadata, status }: LiveObject): boolean {
  return status?.observedGeneration === metadata.generation;
}
