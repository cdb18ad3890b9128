import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Schema } from './documents';
import { Input } from './inputs';

/** The values that a field may have, or each item of a list and each value of a map. */
export interface EnumValues {
  readonly values: readonly string[];
  readonly ofItems: boolean;
}

/** By `io.k8s.api.core.v1.Container.imagePullPolicy`. */
export type Enums = ReadonlyMap<string, EnumValues>;

/** The definitions that the server of this version was built with: unlike the published documents, they name the values of enums. */
export function readEnums(input: Input): Enums {
  return enumsIn(readFileSync(join(input.module('k8s.io/kubernetes'), 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'));
}

/** Packages whose name in the functions is not their whole path. */
const OTHERS: Readonly<Record<string, string>> = {
  meta: 'io.k8s.apimachinery.pkg.apis.meta',
  apiextensions: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions',
  apiregistration: 'io.k8s.kube-aggregator.pkg.apis.apiregistration',
};

export function enumsIn(goSource: string): Enums {
  const enums = new Map<string, EnumValues>();
  let type: string | undefined;
  let field: string | undefined;
  for (const line of goSource.split('\n')) {
    const [, api, package_, version, name] = /^func schema_(k8sio_api|pkg_apis)_([a-z0-9]+)_(v[0-9a-z]+)_(\w+)\(/.exec(line) ?? [];
    if (name) { type = `${api === 'k8sio_api' ? `io.k8s.api.${package_}` : OTHERS[package_]}.${version}.${name}`; }
    const [, property] = /^\t{5}"([^"]+)": \{$/.exec(line) ?? [];
    if (property) { field = property; }
    const [, tabs, list] = /^(\t+)Enum: +\[\]interface\{\}\{(.*)\},$/.exec(line) ?? [];
    if (list) { enums.set(`${type}.${field}`, { values: [...new Set<string>(JSON.parse(`[${list}]`))], ofItems: tabs.length > 7 }); }
  }
  return enums;
}

/** The same out of documents of a running server. */
export function enumsOf(schemas: ReadonlyMap<string, Schema>): Enums {
  const enums = new Map<string, EnumValues>();
  for (const [type, { properties = {} }] of schemas) {
    for (const [field, property] of Object.entries(properties)) {
      const values = property.enum ?? property.items?.enum ?? property.additionalProperties?.enum;
      if (values) { enums.set(`${type}.${field}`, { values, ofItems: !property.enum }); }
    }
  }
  return enums;
}
