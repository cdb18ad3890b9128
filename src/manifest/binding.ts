import { Claim, accessModesOf, storageClassOf } from './claims';
import { Manifest, isRecord, recordOf, textOf } from '../kubernetes/manifest';
import { parseQuantity } from '../kubernetes/quantity';
import { matchesSelector } from '../kubernetes/selector';

/** Why a claim cannot get a volume: the fields that disagree, and how. */
export interface Mismatch {
  /** JSON pointer in the claim's spec; begins with `/`. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Every reason why the volume controller would not give this volume to this
 * claim; empty if they fit. Whether the volume is reserved for another claim is
 * not looked at.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding
 */
export function mismatchesOf(claim: Claim, volume: Manifest): Mismatch[] {
  return [...classMismatch(claim, volume), ...shapeMismatches(claim, volume)];
}

/** Reasons that lie in size, modes and labels: in anything but the class. */
export function shapeMismatches(claim: Claim, volume: Manifest): Mismatch[] {
  const spec = recordOf(volume.spec);
  const mismatches: Mismatch[] = [];
  const request = recordOf(recordOf(claim.spec.resources).requests).storage;
  const capacity = recordOf(spec.capacity).storage;
  const [wanted, given] = [parseQuantity(request), parseQuantity(capacity)];
  if (wanted !== undefined && given !== undefined && given < wanted) {
    mismatches.push({ path: '/resources/requests/storage', reason: `asks for ${request}, the volume holds ${capacity}` });
  }
  const modes = accessModesOf(spec);
  const missing = accessModesOf(claim.spec).filter(mode => !modes.includes(mode));
  if (missing.length > 0) {
    mismatches.push({ path: '/accessModes', reason: `asks for ${missing.join(', ')}, the volume allows ${modes.join(', ') || 'nothing'}` });
  }
  const [claimMode, volumeMode] = [claim.spec.volumeMode ?? 'Filesystem', spec.volumeMode ?? 'Filesystem'];
  if (claimMode !== volumeMode) {
    mismatches.push({ path: '/volumeMode', reason: `wants a ${textOf(claimMode)} volume, this one is ${textOf(volumeMode)}` });
  }
  if (isRecord(claim.spec.selector) && !matchesSelector(claim.spec.selector, recordOf(volume.metadata?.labels))) {
    mismatches.push({ path: '/selector', reason: 'selects by labels that the volume does not have' });
  }
  return mismatches;
}

function classMismatch(claim: Claim, volume: Manifest): Mismatch[] {
  const [wanted, given] = [claim.storageClass ?? '', storageClassOf(volume) ?? ''];
  if (wanted === given) { return []; }
  return [{ path: '/storageClassName', reason: `is of ${classTitle(wanted)}, the volume of ${classTitle(given)}` }];
}

function classTitle(storageClass: string): string {
  return storageClass === '' ? 'no class' : `class '${storageClass}'`;
}
