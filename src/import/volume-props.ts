import { Call, Name } from './code';
import { CDK8S_PLUS, STATEFUL, memberOf, sizeOf, unlessEmpty } from './values';
import { isRecord, listOf, recordOf } from '../kubernetes/manifest';

/**
 * The volumes of a container that a prop can say: claims, and empty directories. Others are left to patches.
 *
 * @param sharing how pods have their volumes: each its own, one pod alone, or many the same ones, which few modes of claims allow
 */
export function volumeProps(container: Record<string, any>, volumes: readonly any[], claimTemplates: readonly any[], sharing: 'own' | 'alone' | 'many') {
  const taken = new Set<string>();
  const props = listOf(container.volumeMounts).filter(isRecord).flatMap(({ name, mountPath, subPath, readOnly }) => {
    const template = claimTemplates.find(one => recordOf(recordOf(one).metadata).name === name);
    const volume = volumes.find(one => recordOf(one).name === name);
    const storage = template ? ofTemplate(recordOf(template)) : sharing === 'many' ? undefined : ofVolume(recordOf(volume), sharing);
    // A second mount of a volume is a patch.
    if (storage === undefined || taken.has(name)) { return []; }
    taken.add(name);
    return [{ name, mountPath, ...storage, subPath: subPath || undefined, readOnly: readOnly === true ? true : undefined }];
  });
  return props.length > 0 ? props : undefined;
}

function ofTemplate({ metadata, spec }: Record<string, any>): object | undefined {
  const { accessModes, storageClassName, resources } = recordOf(spec);
  const size = sizeOf(recordOf(recordOf(resources).requests).storage);
  const modes = listOf(accessModes).map(mode => memberOf('PersistentVolumeAccessMode', mode));
  if (!size || modes.includes(undefined)) { return undefined; }
  const isUsual = modes.length === 1 && accessModes[0] === 'ReadWriteOnce';
  return {
    size,
    storage: storageClassName ? new Call('Storage.dynamic', [{ storageClassName }], STATEFUL) : undefined,
    accessModes: isUsual ? undefined : modes,
    claimLabels: unlessEmpty(recordOf(recordOf(metadata).labels)),
  };
}

function ofVolume({ emptyDir, persistentVolumeClaim: claim }: Record<string, any>, sharing: 'own' | 'alone'): object | undefined {
  if (isRecord(claim)) {
    const options = claim.readOnly === true ? [{ readOnly: true }] : [];
    return { storage: new Call('Storage.existingClaim', [claim.claimName, ...options], STATEFUL) };
  }
  if (!isRecord(emptyDir) || sharing !== 'own') { return undefined; }
  const medium = emptyDir.medium === 'Memory' ? [{ medium: new Name('EmptyDirMedium.MEMORY', CDK8S_PLUS) }] : [];
  return { storage: new Call('Storage.emptyDir', medium, STATEFUL), size: sizeOf(emptyDir.sizeLimit) };
}
