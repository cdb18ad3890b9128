import { PodOptions } from './pod-options';
import { plainVolume } from '../../cdk8s/plain-data';
import type { Volume, VolumeMount } from '../../kubernetes/api/types.generated';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { misfit } from '../../props/fields';

/** The volumes that users wrote as Kubernetes knows them. */
export function volumesOfPod({ podVolumes = [] }: PodOptions): Volume[] {
  return podVolumes.map(({ volume }) => plainVolume(volume));
}

/** Where they appear in the main container. */
export function mountsOfPodVolumes({ podVolumes = [] }: PodOptions): VolumeMount[] {
  return podVolumes.flatMap(({ volume: { name }, mountPath, subPath, readOnly }) => (
    mountPath === undefined ? [] : [{ name, mountPath, subPath, readOnly: readOnly || undefined }]
  ));
}

/** Why they are no volumes; an empty list means that they are. What is in a source, the checks look at. */
export function podVolumeProblems({ podVolumes = [] }: PodOptions): string[] {
  return podVolumes.flatMap(({ volume, mountPath, subPath, readOnly }, index) => {
    const place = `podVolumes[${index}]`;
    const { name, ...sources } = volume;
    const given = Object.entries(sources).filter(([, source]) => source !== undefined).map(([source]) => source);
    return [
      ...typeof name === 'string' ? misfit(`${place}.volume.name`, name, DNS_LABEL, '"certs"') : [`'${place}.volume.name' is missing; write 'name: "certs"'`],
      ...given.length === 1 ? [] : [`'${place}.volume' must have one source, got ${given.map(source => `'${source}'`).join(' and ') || 'none'}; write 'configMap: { name: "settings" }', for example`],
      ...mountPath === undefined && (subPath !== undefined || readOnly !== undefined)
        ? [`'${place}' says how the app mounts the volume, and it does not mount it; write 'mountPath: "/certs"' beside it`] : [],
    ];
  });
}
