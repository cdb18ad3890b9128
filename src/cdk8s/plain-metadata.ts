import { ApiObjectMetadata, ApiObjectMetadataDefinition, OwnerReference } from 'cdk8s';

/** What every version of cdk8s keeps of the metadata of an object. */
interface MetadataFields {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  readonly finalizers: readonly string[];
  readonly ownerReferences: readonly OwnerReference[];
  readonly apiObject: unknown;
  /** What the constructor was given, without the object, and what was added later. */
  readonly _additionalAttributes: object;
}

const FIELDS: ReadonlySet<string> = new Set<keyof MetadataFields>([
  'name', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences', 'apiObject', '_additionalAttributes',
]);
const PLAIN_FIELDS: ReadonlySet<string> = new Set(['name', 'namespace', 'labels', 'annotations']);

/**
 * Metadata that is a name, a namespace, labels and annotations, as that of
 * most objects is, without asking all resolvers about it. Undefined if there
 * is more, or if this version of cdk8s keeps other things than those we know.
 */
export function plainMetadata(metadata: ApiObjectMetadataDefinition): ApiObjectMetadata | undefined {
  const known = Object.keys(metadata);
  if (known.length !== FIELDS.size || !known.every(field => FIELDS.has(field))) { return undefined; }
  const { name, namespace, labels, annotations, finalizers, ownerReferences, _additionalAttributes } = metadata as unknown as MetadataFields;
  const isPlain = finalizers.length === 0 && ownerReferences.length === 0
    && Object.keys(_additionalAttributes).every(field => PLAIN_FIELDS.has(field));
  return isPlain ? { name, namespace, labels, annotations } : undefined;
}
