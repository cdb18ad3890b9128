import { idFor, Names, variableFor } from './names';
import { Source } from './source';
import { isClusterScoped } from '../kubernetes/kinds';
import { Manifest } from '../kubernetes/manifest';
import { groupBy } from '../manifest/group-by';

/** The objects of one namespace, or those without one. */
export interface ChartPlan {
  readonly id: string;
  readonly variable: string;
  /** @default - the objects name none: they are cluster-scoped, or their deployer decides */
  readonly namespace?: string;
  readonly sources: readonly Source[];
}

/**
 * A chart for each namespace, and one for what has none, which comes first.
 *
 * @param name what the input is called, for a chart without a namespace
 */
export function chartsOf(sources: readonly Source[], name: string, variables: Names): ChartPlan[] {
  const ids = new Names();
  const groups = groupBy(sources, ({ written }) => namespaceIn(written));
  return [...groups].sort(([one], [other]) => (one ?? '') < (other ?? '') ? -1 : 1).map(([namespace, some]) => {
    const isOfCluster = namespace === undefined && some.every(({ written: { apiVersion, kind } }) => isClusterScoped(apiVersion, kind));
    const wish = namespace ?? (isOfCluster ? 'cluster' : name);
    const variable = namespace === undefined && !isOfCluster ? 'chart' : variableFor(wish);
    return { id: ids.take(idFor(wish).replace(/\./g, '-')), variable: variables.take(variable, `${variable}Chart`), namespace, sources: some };
  });
}

function namespaceIn({ apiVersion, kind, metadata }: Manifest): string | undefined {
  const namespace = metadata?.namespace;
  return typeof namespace === 'string' && namespace !== '' && !isClusterScoped(apiVersion, kind) ? namespace : undefined;
}
