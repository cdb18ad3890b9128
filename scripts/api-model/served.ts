import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Input } from './inputs';
import { Kind } from './kinds';

/** Beta resources that are on by default nevertheless, by `io.k8s.api.flowcontrol.v1beta3/flowschemas`. */
export function readBetaExceptions(input: Input): ReadonlySet<string> {
  return betaExceptionsIn(readFileSync(join(input.module('k8s.io/kubernetes'), 'pkg/controlplane/instance.go'), 'utf8'));
}

/** The packages of API types that a file imports, by the name that it gives them. */
export function packagesIn(goSource: string): ReadonlyMap<string, string> {
  const imports = goSource.matchAll(/^\t(\w+) +"k8s\.io\/(?:api|kubernetes\/pkg\/apis)\/(\w+)\/(v\w+)"$/gm);
  return new Map([...imports].map(([, alias, group, version]) => [alias, `io.k8s.api.${group}.${version}`]));
}

export function betaExceptionsIn(goSource: string): ReadonlySet<string> {
  const packages = packagesIn(goSource);
  const [, list] = /legacyBetaEnabledByDefaultResources = [^{]*\{\n(.*?)\n\t\}/s.exec(goSource) ?? [];
  return new Set([...(list ?? '').matchAll(/^\t\t(\w+)\.SchemeGroupVersion\.WithResource\("(\w+)"\)/gm)].map(([, alias, resource]) =>
    `${packages.get(alias)}/${resource}`));
}

/**
 * Whether a server has this kind unless somebody switched it off. Since 1.24, no new beta version is on by default; of
 * stable versions all kinds are (those behind a gate that was off in one of our versions are none of them).
 */
export function isOnByDefault({ apiVersion, resource, type }: Kind, betaExceptions: ReadonlySet<string>): boolean {
  return !/v\d+(alpha|beta)\d+$/.test(apiVersion) || betaExceptions.has(resourceKey({ type, resource }));
}

/** `io.k8s.api.flowcontrol.v1beta3/flowschemas` */
export function resourceKey({ type, resource }: Pick<Kind, 'type' | 'resource'>): string {
  return `${type.slice(0, type.lastIndexOf('.'))}/${resource}`;
}
