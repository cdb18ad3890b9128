import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { VolumeRequest } from '../../../src/constructs/storage/volume-request';

/** What an app `web` with two replicas asks of a storage for its volume `data`. */
export function request(changes: Partial<VolumeRequest> = {}): VolumeRequest {
  return {
    appName: 'web',
    namespace: 'shop',
    volumeName: 'data',
    claimNames: ['data-web-0', 'data-web-1'],
    size: Size.gibibytes(1),
    accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
    startOrdinal: 0,
    user: 1000,
    group: 2000,
    ...changes,
  };
}

export function testChart(namespace?: string): Chart {
  return new Chart(Testing.app(), 'chart', { namespace });
}
