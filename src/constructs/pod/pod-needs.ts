import { PodOptions } from './pod-options';
import type { VersionedProps } from '../../synthesis/version-needs';
import { ResizeRestartPolicy } from '../options/resize-policy';

/** Of the options that all apps share, those that not every version of Kubernetes has. */
export function podNeeds(options: PodOptions): VersionedProps {
  const {
    hostUsers, podResources, resizePolicy, imageVolumes = [], podCertificates = [], podVolumes = [],
    volumes = [], sidecars = [], nativeSidecars,
  } = options;
  const isNative = sidecars.length > 0 && (nativeSidecars || sidecars.some(sidecar => 'restartPolicy' in sidecar && sidecar.restartPolicy === 'Always'));
  const restarts = Object.values(resizePolicy ?? {}).includes(ResizeRestartPolicy.RESTART_CONTAINER);
  return {
    'hostUsers': hostUsers === false ? hostUsers : undefined,
    podResources,
    'resizePolicy': restarts ? resizePolicy : undefined,
    'imageVolumes': imageVolumes.length > 0 ? imageVolumes : undefined,
    'podVolumes.volume.image': podVolumes.find(({ volume }) => 'image' in volume && volume.image !== undefined),
    'podCertificates': podCertificates.length > 0 ? podCertificates : undefined,
    'recursiveReadOnly': volumes.find(volume => volume.recursiveReadOnly)?.recursiveReadOnly,
    'nativeSidecars': isNative ? true : undefined,
  };
}
