import { ApiObject, ApiObjectProps, App, ImplicitTokenResolver, JsonPatch, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { Construct } from 'constructs';

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
    return this.isPatched || process.env.CDK8S_DISABLE_SORT || hasOwnResolvers(App.of(this)) || !isPlainData(this.manifest)
      ? super.toJson()
      : this.render();
  }

  private render(): any {
    const { apiVersion, kind, metadata: _, ...fields } = this.manifest;
    const metadata = this.metadata.toJson();
    return { apiVersion, kind, ...metadata && { metadata }, ...sortedCopy(fields) as object };
  }
}

function hasOwnResolvers({ resolvers }: App): boolean {
  return resolvers.length > BUILT_IN_RESOLVERS.length || resolvers.some(resolver => !BUILT_IN_RESOLVERS.some(builtIn => resolver instanceof builtIn));
}

function isPlainData(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) { return typeof value !== 'function' && typeof value !== 'bigint' && typeof value !== 'symbol'; }
  if (Array.isArray(value)) { return value.every(isPlainData); }
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlainData);
}

/** Keys in order; what is null or undefined is left out of mappings. */
function sortedCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) { return value ?? undefined; }
  if (Array.isArray(value)) { return value.map(sortedCopy); }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const field = sortedCopy((value as Record<string, unknown>)[key]);
    if (field !== undefined) { copy[key] = field; }
  }
  return copy;
}
