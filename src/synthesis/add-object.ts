import { ApiObject, ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { checkAtSynthesis } from './checks-at-synthesis';
import { newObject } from '../cdk8s/new-object';

/** What every type of the API model has: fields as they stand in YAML. */
interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: object;
}

/**
 * Adds an object to the chart, and sees to it that the chart is checked at
 * synthesis. The manifest is written as it will stand in YAML and typed by
 * the API model, which is types alone: nothing is loaded and nothing
 * mapped at run time. Typing: `addObject<StatefulSet>(…)`.
 */
export function addObject<T extends KubernetesObject>(scope: Construct, id: string, manifest: T): ApiObject {
  checkAtSynthesis(scope);
  return newObject(scope, id, manifest as unknown as ApiObjectProps);
}
