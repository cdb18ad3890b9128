import { VERSIONS } from './versions.generated';
import { KubernetesVersion, minorOf } from '../kubernetes-version';
import { once } from '../once';

/** The minors that the API model knows, oldest first: `1.27`, `1.28`, ... */
export const knownMinors = once((): readonly string[] => [...new Set(VERSIONS.map(minorOf))]);

/** The versions that a text names. */
export interface NamedVersions {
  readonly versions: readonly KubernetesVersion[];
  /** What to know besides: a version is newer than all that we know. */
  readonly notes: readonly string[];
  /** What is wrong with the text; there are no versions then. */
  readonly problems: readonly string[];
}

/** Reads `1.36`, `1.35.3`, or several such as `1.33,1.36`. A version named twice is one. */
export function readVersions(text: string): NamedVersions {
  // JavaScript may give a number.
  const read = String(text).split(',').map(part => readVersion(part.trim()));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  const versions = new Map(read.flatMap(({ version }) => version ? [[String(version), version]] : []));
  return {
    versions: problems.length > 0 ? [] : [...versions.values()].sort((one, other) => one.compare(other)),
    notes: read.flatMap(({ note }) => note ?? []),
    problems,
  };
}

interface Read {
  readonly version?: KubernetesVersion;
  readonly note?: string;
  readonly problem?: string;
}

function readVersion(text: string): Read {
  const version = KubernetesVersion.parse(text);
  const [oldest, newest] = [knownMinors()[0], knownMinors().at(-1)!];
  if (!version || !version.isSince(oldest)) { return { problem: notKnown(text) }; }
  return version.minor > KubernetesVersion.of(newest).minor
    ? { version: KubernetesVersion.of(newest), note: `Kubernetes ${version} is newer than what is known here: it is taken for ${newest}` }
    : { version };
}

function notKnown(text: string): string {
  return `'${text}' is no version of Kubernetes that is known here; known are ${knownMinors().join(', ')}, and their patches such as 1.35.3`;
}
