import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The versions that the model is made of: the newest patch of each minor that it knows, and the patches before and after
 * a change that we speak about: StatefulSetSemanticRevisionComparison in 1.34.2, MaxUnavailableStatefulSet in 1.35.4.
 */
export const VERSIONS = [
  '1.27.16', '1.28.15', '1.29.15', '1.30.14', '1.31.13', '1.32.9', '1.33.5', '1.34.1', '1.34.2', '1.34.4', '1.35.3', '1.35.4', '1.36.3', '1.37.2',
];

/** Where the sources of one version of Kubernetes are. */
export interface Input {
  readonly version: string;
  /** Folder of a Go module, such as `k8s.io/api`. */
  readonly module: (name: string) => string;
  /** A folder with documents of a running server's `/openapi/v3`, if there is one: they have enum values, and what is on by default. */
  readonly served?: string;
}

/** The sources of a version, fetched by the Go command where they are not there yet. */
export function inputOf(version: string, served?: string): Input {
  const folders = new Map<string, string>();
  const module = (name: string) => {
    const known = folders.get(name) ?? download(`${name}@${moduleVersion(name, version)}`);
    folders.set(name, known);
    return known;
  };
  return { version, module, served };
}

/** Kubernetes itself is v1.27.16; the libraries it is made of are v0.27.16. */
function moduleVersion(name: string, version: string): string {
  return name === 'k8s.io/kubernetes' ? `v${version}` : `v0.${version.slice(2)}`;
}

function download(module: string): string {
  const { stdout, stderr, status } = spawnSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8' });
  if (status !== 0) { throw new Error(`go mod download ${module}: ${stderr}${stdout}`); }
  return JSON.parse(stdout).Dir;
}

/** The folder of generated documents in the module of Kubernetes. */
export function documentsFolder(input: Input): string {
  return join(input.module('k8s.io/kubernetes'), 'api/openapi-spec/v3');
}
