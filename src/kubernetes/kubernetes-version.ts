/** The minor version, `1.27`, of `1.27`, `v1.27` or `v1.27.16`; undefined if it is no version of Kubernetes. */
export function minorVersion(version: string): string | undefined {
  return /^v?(1\.\d{1,3})(?:\.\d+)?$/.exec(version)?.[1];
}

/** What is wrong with a text that should be a version of Kubernetes. */
export function notAVersion(version: string): string {
  return `'${version}' is no version of Kubernetes; write it like 1.27`;
}

/** True if a minor version such as `1.27` is another one or comes after it. */
export function isAtLeast(version: string, other: string): boolean {
  return minorOf(version) >= minorOf(other);
}

function minorOf(version: string): number {
  return Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? 0);
}
