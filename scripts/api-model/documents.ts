import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the documents say of one field, or of the items of a list. */
export interface Property {
  readonly 'type'?: string;
  readonly 'format'?: string;
  readonly '$ref'?: string;
  readonly 'allOf'?: readonly Property[];
  readonly 'items'?: Property;
  readonly 'additionalProperties'?: Property;
  readonly 'default'?: unknown;
  readonly 'enum'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'map' | 'set';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What the documents say of one type. */
export interface Schema {
  readonly 'properties'?: Readonly<Record<string, Property>>;
  readonly 'required'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
  readonly 'x-kubernetes-unions'?: readonly Union[];
}

export interface Union {
  readonly 'discriminator'?: string;
  readonly 'fields-to-discriminateBy': Readonly<Record<string, string>>;
}

export interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
  readonly 'x-kubernetes-action'?: string;
}

export interface OpenApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The documents of one API version each, out of a folder: those of groups alone have no types. */
export function readOpenApi(folder: string): OpenApiDocument[] {
  return readdirSync(folder).filter(name => name.endsWith('.json')).sort()
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** All types of all documents, by their full name. */
export function schemasOf(documents: readonly OpenApiDocument[]): Map<string, Schema> {
  return new Map(documents.flatMap(document => Object.entries(document.components?.schemas ?? {})));
}

/** The full name of the type that a property refers to, if it does. */
export function targetOf(property: Property): string | undefined {
  const ref = property.$ref ?? property.allOf?.[0].$ref;
  return ref?.slice(ref.lastIndexOf('/') + 1);
}

/** `io.k8s.api.core.v1` of `io.k8s.api.core.v1.Container`. */
export function packageOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.'));
}

/** `Container` of `io.k8s.api.core.v1.Container`. */
export function lastName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
