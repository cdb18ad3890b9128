import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/** What was checked and is clean, so that it need not be checked again as long as it is the same. */
export class CleanContent {
  private readonly texts = new Map<IConstruct, string>();
  private readonly size: string;

  /**
   * @param constructs all constructs of the app
   */
  constructor(constructs: readonly IConstruct[]) {
    this.size = sizeOf(constructs);
  }

  /** The manifest of an object, which is checked now. */
  public readonly manifestOf = (object: ApiObject): any => {
    const manifest = object.toJson();
    this.texts.set(object, JSON.stringify(manifest));
    return manifest;
  };

  /**
   * True if no construct and no declaration was added since, and every object below one construct is rendered as
   * before. Objects elsewhere are not rendered: one that changed is found when its own chart is rendered, and the time
   * for all charts of an app stays linear.
   */
  public isSame(constructs: readonly IConstruct[], scope: IConstruct): boolean {
    return sizeOf(constructs) === this.size
      && scope.node.findAll().every(construct => !ApiObject.isApiObject(construct) || this.isUnchanged(construct));
  }

  private isUnchanged(object: ApiObject): boolean {
    return JSON.stringify(object.toJson()) === this.texts.get(object);
  }
}

/** Declarations, such as the version of Kubernetes, are metadata of constructs. They are only ever added. */
function sizeOf(constructs: readonly IConstruct[]): string {
  return `${constructs.length} ${constructs.reduce((sum, { node }) => sum + node.metadata.length, 0)}`;
}
