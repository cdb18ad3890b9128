import { POD_KINDS, containersOf, podTemplateOf } from '../../../../src/kubernetes/workload';
import { LiveObject } from '../../live-object';

/** Images of all containers, each once. */
export function imagesOf(manifests: readonly LiveObject[]): string[] {
  const templates = manifests.filter(({ kind }) => POD_KINDS.includes(kind)).map(manifest => podTemplateOf(manifest)!);
  return [...new Set(templates.flatMap(containersOf).map(({ container }) => container.image as string))];
}
