import { ApiModel } from '../../kubernetes/api/model';
import { stored } from '../../kubernetes/api-server/defaults';
import { listOf, Manifest, recordOf, sameData, textOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, podTemplateOf } from '../../kubernetes/workload';

type Template = Record<string, any>;

/** A claim template as it was, and what became of it. */
export interface TemplatePair {
  readonly old: Template;
  readonly next: Template;
}

/**
 * Templates of the same name belong together. Of the rest, those that are
 * mounted at the same place do; and if only one is gone and only one is new,
 * they do if they ask for the same. Anything else is a template removed and
 * another one added: data never goes where another program looks for its own.
 */
export function pairTemplates(before: Manifest, after: Manifest, model: ApiModel): TemplatePair[] {
  const [old, next] = [templatesOf(before), templatesOf(after)];
  const byName = new Map(next.map(template => [nameOf(template), template]));
  const oldNames = new Set(old.map(nameOf));
  const fresh = next.filter(template => !oldNames.has(nameOf(template)));
  const gone = old.filter(template => !byName.has(nameOf(template)));
  return [
    ...old.filter(template => byName.has(nameOf(template))).map(template => ({ old: template, next: byName.get(nameOf(template))! })),
    ...renamed(gone, fresh, [placesOf(before), placesOf(after)], model),
  ];
}

function renamed(
  gone: readonly Template[], fresh: readonly Template[], [were, are]: readonly ReadonlyMap<string, string>[], model: ApiModel,
): TemplatePair[] {
  const byPlace = new Map(fresh.map(template => [are.get(nameOf(template)) ?? '', template]));
  const pairs = gone.flatMap(old => {
    const next = byPlace.get(were.get(nameOf(old)) ?? nameOf(old));
    return next ? [{ old, next }] : [];
  });
  const isOneForOne = pairs.length === 0 && gone.length === 1 && fresh.length === 1;
  return isOneForOne && asksForTheSame(gone[0], fresh[0], model) ? [{ old: gone[0], next: fresh[0] }] : pairs;
}

/** A cluster's templates have their defaults. */
function asksForTheSame(old: Template, next: Template, model: ApiModel): boolean {
  const [a, b] = [old, next].map(({ spec }) => stored({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: {}, spec }, model).spec);
  return sameData(a, b);
}

function templatesOf(set: Manifest): Template[] {
  return claimTemplatesOf(set).map(recordOf);
}

function nameOf(template: Template): string {
  return textOf(recordOf(template.metadata).name);
}

/** Where the pods mount each volume: containers and paths, as one text. */
function placesOf(set: Manifest): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const container of listOf(podTemplateOf(set)?.spec.containers).map(recordOf)) {
    for (const { name, mountPath } of listOf(container.volumeMounts).map(recordOf)) {
      places.set(textOf(name), `${places.get(textOf(name)) ?? ''} ${textOf(container.name)}:${textOf(mountPath)}`);
    }
  }
  return places;
}
