import { ApiObject, ApiObjectMetadata, ApiObjectMetadataDefinition, OwnerReference } from 'cdk8s';

const PLAIN_FIELDS: ReadonlySet<string> = new Set(['name', 'namespace', 'labels']);

/** Metadata that knows whether somebody added to it, so that it need not be rendered anew where nobody did. */
export class PlainMetadata extends ApiObjectMetadataDefinition {
  private readonly original?: ApiObjectMetadata;
  private isChanged = false;

  /** @param apiObject the object, whose chart adds its namespace and labels as for every object */
  constructor(apiObject: ApiObject, metadata: ApiObjectMetadata = {}) {
    const options = {
      name: apiObject.name,
      ...metadata,
      namespace: metadata.namespace ?? apiObject.chart.namespace,
      labels: { ...apiObject.chart.labels, ...metadata.labels },
    };
    super({ ...options, apiObject });
    if (Object.keys(metadata).every(key => PLAIN_FIELDS.has(key))) { this.original = options; }
  }

  /** Name, namespace and labels; undefined if there may be more. */
  public get plain(): ApiObjectMetadata | undefined {
    return this.isChanged ? undefined : this.original;
  }

  public addLabel(key: string, value: string): void {
    this.isChanged = true;
    super.addLabel(key, value);
  }

  public addAnnotation(key: string, value: string): void {
    this.isChanged = true;
    super.addAnnotation(key, value);
  }

  public addFinalizers(...finalizers: string[]): void {
    this.isChanged = true;
    super.addFinalizers(...finalizers);
  }

  public addOwnerReference(owner: OwnerReference): void {
    this.isChanged = true;
    super.addOwnerReference(owner);
  }

  public add(key: string, value: any): void {
    this.isChanged = true;
    super.add(key, value);
  }
}
