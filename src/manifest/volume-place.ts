import { isRecord, textOf } from '../kubernetes/manifest';

/** The place behind a volume. */
export interface VolumePlace {
  readonly kind: 'NFS server' | 'directory of the node' | 'volume of a driver';
  /** The server, the directory of the node, or the driver. */
  readonly name: string;
  /** The directory of the server, or the driver's name for the volume; empty for a directory of the node. */
  readonly path: string;
}

/** Where a volume of a pod or a PersistentVolume keeps its data; undefined if that is a matter of its driver, or it keeps none. */
export function placeOfVolume({ nfs, hostPath, local, csi }: Readonly<Record<string, unknown>>): VolumePlace | undefined {
  if (isRecord(nfs)) { return { kind: 'NFS server', name: textOf(nfs.server), path: textOf(nfs.path) }; }
  if (isRecord(hostPath)) { return { kind: 'directory of the node', name: textOf(hostPath.path), path: '' }; }
  if (isRecord(local)) { return { kind: 'directory of the node', name: textOf(local.path), path: '' }; }
  return isRecord(csi) && csi.volumeHandle !== undefined ? { kind: 'volume of a driver', name: textOf(csi.driver), path: textOf(csi.volumeHandle) } : undefined;
}
