/** What a box looks like. */
export interface Shape {
  readonly outline: 'box' | 'drum' | 'note' | 'pill';
  /** The class in the style of the picture: the colour. */
  readonly family: 'pod' | 'storage' | 'service' | 'settings' | 'other';
}

const POD: Shape = { outline: 'box', family: 'pod' };

const SHAPES: Readonly<Record<string, Shape>> = {
  'Pod': POD,
  'StatefulSet': POD,
  'Deployment': POD,
  'DaemonSet': POD,
  'ReplicaSet': POD,
  'Job': POD,
  'CronJob': POD,
  'PersistentVolumeClaim': { outline: 'drum', family: 'storage' },
  'PersistentVolume': { outline: 'drum', family: 'storage' },
  'StorageClass': { outline: 'box', family: 'storage' },
  'NFS server': { outline: 'drum', family: 'storage' },
  'directory of the node': { outline: 'drum', family: 'storage' },
  'volume of a driver': { outline: 'drum', family: 'storage' },
  'Service': { outline: 'pill', family: 'service' },
  'Ingress': { outline: 'pill', family: 'service' },
  'HTTPRoute': { outline: 'pill', family: 'service' },
  'Secret': { outline: 'note', family: 'settings' },
  'ConfigMap': { outline: 'note', family: 'settings' },
};

const OTHER: Shape = { outline: 'box', family: 'other' };

export function shapeOf(kind: string): Shape {
  return Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : OTHER;
}
