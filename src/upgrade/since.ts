import { onSince } from '../kubernetes/api/gates';
import { Validity } from '../kubernetes/api/lifetime';

/** In words for the docs: `Since 1.31 (feature gate HonorPVReclaimPolicy).` */
export function sinceOf({ since, until, gate }: Validity): string {
  const version = since ?? (gate === undefined ? undefined : onSince(gate));
  const end = until === undefined ? '' : `, up to the version before ${until}`;
  return `Since ${version}${end}${gate === undefined ? '' : ` (feature gate \`${gate}\`)`}.`;
}
