import { ApiObject, ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { checkAtSynthesis } from './checks-at-synthesis';
import { isClusterScoped } from './manifest/kinds';
import { PlainObject } from './plain-object';

/** What every type of `kubernetes-types` has: fields as they stand in YAML. */
interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: object;
}

/**
 * Adds an object to the chart. The manifest is written as it will stand in
 * YAML and typed by `kubernetes-types`, which is types alone: nothing is
 * loaded and nothing mapped at run time. The chart is checked at synthesis. Typing: `addObject<StatefulSet>(…)`.
 */
export function addObject<T extends KubernetesObject>(scope: Construct, id: string, manifest: T): ApiObject {
  checkAtSynthesis(scope);
  const props = manifest as unknown as ApiObjectProps;
  return isClusterScoped(props.apiVersion, props.kind)
    ? new ClusterScopedObject(scope, id, props)
    : new PlainObject(scope, id, props);
}

/** cdk8s writes the chart's namespace on every object; those of the cluster must not have one. */
class ClusterScopedObject extends PlainObject {
  public toJson(): any {
    const manifest = super.toJson();
    delete manifest.metadata.namespace;
    return manifest;
  }
}
