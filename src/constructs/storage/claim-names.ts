import { claimName } from '../../cdk8s/identity';

/** The part of a request that says which claims there are. */
interface Claims {
  readonly appName: string;
  readonly volumeName: string;
  readonly claimNames: string[];
  readonly startOrdinal: number;
}

/** True if each pod has a claim of its own, false if all pods share the only one. */
export function isPerPod(claims: Claims): boolean {
  return claims.claimNames.every((claim, index) => claim === claimOf(claims, index));
}

/** The claims of the app, and further ones that it would hold with more replicas. */
export function claimsUpTo(claims: Claims, count: number): string[] {
  if (!isPerPod(claims)) { return claims.claimNames; }
  return Array.from({ length: Math.max(count, claims.claimNames.length) }, (_, index) => claimOf(claims, index));
}

function claimOf({ volumeName, appName, startOrdinal }: Claims, index: number): string {
  return claimName(volumeName, appName, startOrdinal + index);
}
