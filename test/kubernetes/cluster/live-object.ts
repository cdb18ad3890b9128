import { Manifest } from '../../../src/kubernetes/manifest';

/** An object as the server takes and gives it: it has a name. */
export interface LiveObject extends Manifest {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly ownerReferences?: ReadonlyArray<{ readonly kind: string }>;
  };
}
