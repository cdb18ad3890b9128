import { ApiObject, ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { PlainObject } from './plain-object';
import { isClusterScoped } from '../kubernetes/kinds';

/** An object of a chart, with a namespace or without one as Kubernetes has it. */
export function newObject(scope: Construct, id: string, manifest: ApiObjectProps): ApiObject {
  return isClusterScoped(manifest.apiVersion, manifest.kind)
    ? new ClusterScopedObject(scope, id, manifest)
    : new PlainObject(scope, id, manifest);
}

/** cdk8s writes the chart's namespace on every object; cluster-scoped ones must not have one. */
class ClusterScopedObject extends PlainObject {
  public toJson(): any {
    const manifest = super.toJson();
    delete manifest.metadata.namespace;
    return manifest;
  }
}
