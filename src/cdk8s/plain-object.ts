import { ApiObject, ApiObjectMetadata, ApiObjectMetadataDefinition, ApiObjectProps, App, ImplicitTokenResolver, JsonPatch, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { Construct } from 'constructs';
import { plainMetadata } from './plain-metadata';

/** What every app resolves. None of it changes plain data. */
const BUILT_IN_RESOLVERS = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/**
 * An object whose manifest is plain data, as those of our constructs are.
 * `ApiObject` asks every resolver about every value and copies all data three
 * times; the same comes out if plain data is copied once. Where anything else
 * is involved (lazy values, patches, resolvers of the app) it does the work.
 */
export class PlainObject extends ApiObject {
  private isPatched = false;

  constructor(scope: Construct, id: string, private readonly manifest: ApiObjectProps) {
    super(scope, id, manifest);
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.isPatched = true;
    super.addJsonPatch(...ops);
  }

  public toJson(): any {
    if (this.isPatched || process.env.CDK8S_DISABLE_SORT || hasOwnResolvers(App.of(this))) { return super.toJson(); }
    const copy = new PlainCopy();
    const rendered = copy.rendered(this.manifest, this.metadata);
    return copy.isPlain ? rendered : super.toJson();
  }
}

function hasOwnResolvers({ resolvers }: App): boolean {
  return resolvers.length > BUILT_IN_RESOLVERS.length || resolvers.some(resolver => !BUILT_IN_RESOLVERS.some(builtIn => resolver instanceof builtIn));
}

/** In the order in which they are rendered. */
const METADATA_KEYS = ['annotations', 'labels', 'name', 'namespace'] as const;
const FIRST_KEYS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** A copy with keys in order, as cdk8s has it. What is null or undefined is left out of mappings. */
class PlainCopy {
  /** False once something was met that is not plain data. */
  public isPlain = true;

  /** apiVersion, kind and metadata come first. */
  public rendered(manifest: ApiObjectProps, metadata: ApiObjectMetadataDefinition): any {
    const rendered = new Mapping();
    rendered.apiVersion = manifest.apiVersion;
    rendered.kind = manifest.kind;
    const plain = plainMetadata(metadata);
    const renderedMetadata = plain ? this.metadata(plain) : metadata.toJson();
    if (renderedMetadata !== undefined) { rendered.metadata = renderedMetadata; }
    for (const key of sortedKeys(manifest)) {
      if (!FIRST_KEYS.has(key)) { this.copyField(manifest, key, rendered); }
    }
    return rendered;
  }

  /** Fields that are empty are left out of metadata; if all are, so is metadata. */
  private metadata(metadata: ApiObjectMetadata): unknown {
    const mapping = new Mapping();
    for (const key of METADATA_KEYS) {
      const copied = this.copy(metadata[key]);
      if (!isEmpty(copied)) { mapping[key] = copied; }
    }
    return isEmpty(mapping) ? undefined : mapping;
  }

  private copyField(from: Record<string, unknown>, key: string, to: Record<string, unknown>) {
    const field = this.copy(from[key]);
    if (field !== undefined) { to[key] = field; }
  }

  private copy(value: unknown): unknown {
    switch (typeof value) {
      case 'object': return value === null ? undefined : this.copyObject(value);
      case 'string': case 'number': case 'boolean': case 'undefined': return value;
      default: return this.isPlain = false;
    }
  }

  private copyObject(value: object): unknown {
    if (Array.isArray(value)) { return value.map(item => this.copy(item)); }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) { return this.isPlain = false; }
    const mapping = new Mapping();
    for (const key of sortedKeys(value)) { this.copyField(value as Record<string, unknown>, key, mapping); }
    return mapping;
  }
}

const SMALL = 16;

/** Most mappings are small: insertion is faster there than `sort`, which copies what it sorts. */
function sortedKeys(mapping: object): string[] {
  const keys = Object.keys(mapping);
  if (keys.length > SMALL) { return keys.sort(); }
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next];
    let place = next;
    for (; place > 0 && keys[place - 1] > key; place--) { keys[place] = keys[place - 1]; }
    keys[place] = key;
  }
  return keys;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && Object.keys(value!).length === 0);
}

/**
 * Makes objects that are in every way like `{}`, except that V8 keeps their
 * shapes apart: the children of constructs have been added to thousands of
 * `{}` under thousands of ids, and whatever else starts as `{}` is slow then.
 */
const Mapping = function () {} as unknown as new () => Record<string, unknown>;
Mapping.prototype = Object.prototype;
