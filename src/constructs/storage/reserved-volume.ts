import { Construct } from 'constructs';
import { VolumeRequest } from './volume-request';
import { INSTANCE_LABEL, NAME_LABEL } from '../../cdk8s/identity';
import { quantityOf } from '../../cdk8s/size';
import type { PersistentVolume, PersistentVolumeSpec } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';

const VOLUME_LABEL = 'cdk8s-stateful/volume';

/**
 * Adds the PersistentVolume of one claim, bound to it beforehand: no other
 * claim can take it, so an ordinal always finds its own data. Deleting the
 * claim, or the volume itself, never deletes data.
 */
export function addReservedVolume(scope: Construct, claim: string, request: VolumeRequest, spec: PersistentVolumeSpec): void {
  addObject<PersistentVolume>(scope, `${claim}-volume`, {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: volumeOf(request, claim),
      labels: { [NAME_LABEL]: request.appName, ...volumeLabels(request) },
    },
    spec: {
      capacity: request.size && { storage: quantityOf(request.size) },
      accessModes: request.accessModes,
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: request.namespace, name: claim },
      ...spec,
    },
  });
}

/** The labels by which a claim of the request accepts no volume but its own. */
export function volumeLabels(request: VolumeRequest): { [key: string]: string } {
  return { [INSTANCE_LABEL]: request.appName, [VOLUME_LABEL]: request.volumeName };
}

/**
 * What a volume and its directory are called: unlike with `-` between them, no
 * two claims of a cluster get the same name, for a namespace has no dot.
 */
export function volumeOf(request: VolumeRequest, claim: string): string {
  return `${request.namespace}.${claim}`;
}

/** A volume is reserved for a claim of one namespace, so it must be known. */
export function namespaceProblems(request: VolumeRequest): string[] {
  if (request.namespace) { return []; }
  return [`its volumes are reserved for claims of one namespace, and the chart of '${request.appName}' has none; write 'new Chart(app, id, { namespace: "default" })', or the namespace that it is deployed to`];
}
