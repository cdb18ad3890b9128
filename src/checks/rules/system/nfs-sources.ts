import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { CheckContext } from '../../engine/check';

/** A volume on an NFS server. */
export interface NfsSource {
  readonly object: Manifest;
  /** JSON pointer to its server. */
  readonly path: string;
  readonly server: unknown;
}

/** All volumes of NFS: those of PersistentVolumes, and those that pods have without one. */
export function nfsSources({ references }: CheckContext): NfsSource[] {
  return [
    ...references.inventory.ofKind('PersistentVolume').map(object => ({ object, path: '/spec/nfs/server', server: recordOf(recordOf(object.spec).nfs).server })),
    ...references.pods.all.flatMap(({ workload, template }) => listOf(template.spec.volumes).map((volume, i) => ({
      object: workload, path: `${template.path}/spec/volumes/${i}/nfs/server`, server: recordOf(recordOf(volume).nfs).server,
    }))),
  ];
}
