import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Input } from './inputs';
import { packagesIn } from './served';

/** The gates without which the server has no such resource, by `io.k8s.api.certificates.v1beta1/clustertrustbundles`. */
export function readKindGates(input: Input): ReadonlyMap<string, string> {
  const folder = join(input.module('k8s.io/kubernetes'), 'pkg/registry');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /(^|\/)rest\/\w+\.go$/.test(file) && !file.endsWith('_test.go'));
  return new Map(sources.flatMap(file => [...kindGatesIn(readFileSync(join(folder, file), 'utf8'))]));
}

/** A resource, and right below it the gate that it needs. */
const GATED = /if resource := "(\w+)"; [^\n]*ResourceEnabled\((\w+)\.SchemeGroupVersion[^\n]*\{\n\t+if utilfeature\.DefaultFeatureGate\.Enabled\(\w+\.(\w+)\) \{/g;

export function kindGatesIn(goSource: string): ReadonlyMap<string, string> {
  const packages = packagesIn(goSource);
  return new Map([...goSource.matchAll(GATED)].map(([, resource, alias, gate]) => [`${packages.get(alias)}/${resource}`, gate]));
}
