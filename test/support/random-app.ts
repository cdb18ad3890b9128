import { ApiObject, App, AppProps, Chart, ChartProps, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import * as fc from 'fast-check';

/** An app as data, so that it can be built twice. */
export interface AppRecipe {
  readonly props: AppProps;
  readonly roots: readonly ScopeRecipe[];
  /** Between constructs in the order of the tree; numbers beyond the end wrap around. */
  readonly dependencies: readonly (readonly [source: number, target: number])[];
  /** What comes later in the tree depends on what comes before it, so that there are fewer cycles. */
  readonly inOrder: boolean;
}

interface ScopeRecipe {
  readonly type: 'chart' | 'construct' | 'object';
  readonly id: string;
  readonly chart: ChartProps;
  readonly object: ObjectRecipe;
  readonly children: readonly ScopeRecipe[];
}

interface ObjectRecipe {
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: { readonly [key: string]: string };
  readonly spec?: any;
  readonly lazy?: boolean;
  readonly patched?: boolean;
}

/** Numbers come first in JavaScript's objects, `Default` stays out of hashes, and not every id is a DNS label. */
const ids = fc.constantFrom('a', 'b', 'web', '1', '7', '02', 'Default', 'Resource', 'A_b', 'x.y', 'a/b');

const object = fc.record({
  kind: fc.constantFrom('ConfigMap', 'Service', 'CronJob'),
  name: fc.option(fc.constantFrom('a', 'b', 'web'), { nil: undefined, freq: 4 }),
  namespace: fc.option(fc.constantFrom('prod', 'test'), { nil: undefined }),
  labels: fc.option(fc.constant({ app: 'web', version: '1.0' }), { nil: undefined }),
  spec: fc.option(fc.constantFrom<any>({ b: [1, null, { c: 'yes' }], a: {} }, { list: [], text: 'a\nb\n' }, 'text'), { nil: undefined }),
  lazy: fc.boolean(),
  patched: fc.boolean(),
});

const chart = fc.record({
  namespace: fc.option(fc.constant('apps'), { nil: undefined }),
  labels: fc.option(fc.constant({ team: 'data' }), { nil: undefined }),
  disableResourceNameHashes: fc.boolean(),
});

const { scope } = fc.letrec<{ scope: ScopeRecipe }>(tie => ({
  scope: fc.record({
    type: fc.constantFrom('chart' as const, 'construct' as const, 'object' as const, 'object' as const),
    id: ids,
    chart,
    object,
    children: fc.oneof({ maxDepth: 4, depthSize: 'small' }, fc.constant([]), fc.array(tie('scope'), { minLength: 1, maxLength: 4 })),
  }),
}));

export const appRecipe: fc.Arbitrary<AppRecipe> = fc.record({
  props: fc.record({
    yamlOutputType: fc.constantFrom(
      YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ),
    outputFileExtension: fc.constantFrom(undefined, '.yaml'),
    recordConstructMetadata: fc.boolean(),
  }),
  roots: fc.array(fc.tuple(scope, fc.nat(9)).map(([recipe, dice]) => ({ ...recipe, type: dice === 0 ? 'construct' as const : 'chart' as const })), { maxLength: 5 }),
  dependencies: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 }),
  inOrder: fc.boolean(),
}).filter(hasUniqueFiles);

/** Builds the constructs of a recipe. */
export function build(app: App, recipe: AppRecipe) {
  const constructs: IConstruct[] = [];
  for (const root of recipe.roots) { buildScope(app, root, constructs); }
  for (const numbers of recipe.dependencies) {
    const indices = numbers.map(number => number % constructs.length);
    const [from, to] = (recipe.inOrder ? indices.sort((a, b) => b - a) : indices).map(index => constructs[index]);
    // What depends on itself vanishes from the output of App.
    if (from && from !== to) { from.node.addDependency(to); }
  }
}

function buildScope(scopeOf: Construct, recipe: ScopeRecipe, constructs: IConstruct[]) {
  if (scopeOf.node.tryFindChild(recipe.id)) { return; }
  const inChart = scopeOf.node.scopes.some(parent => Chart.isChart(parent));
  const construct = create(scopeOf, recipe, inChart);
  constructs.push(construct);
  for (const child of recipe.children) { buildScope(construct, child, constructs); }
}

function create(scopeOf: Construct, recipe: ScopeRecipe, inChart: boolean): Construct {
  if (recipe.type === 'object' && inChart) { return createObject(scopeOf, recipe.id, recipe.object); }
  return recipe.type === 'chart' ? new Chart(scopeOf, recipe.id, recipe.chart) : new Construct(scopeOf, recipe.id);
}

function createObject(scopeOf: Construct, id: string, { kind, name, namespace, labels, spec, lazy, patched }: ObjectRecipe): ApiObject {
  const created = new ApiObject(scopeOf, id, {
    apiVersion: 'v1',
    kind,
    metadata: { ...name && { name }, namespace, labels },
    spec: lazy ? Lazy.any({ produce: () => spec }) : spec,
  });
  if (patched) { created.addJsonPatch(JsonPatch.add('/metadata/annotations', { patched: 'true' })); }
  return created;
}

/** App overwrites files of the same name, so there must be none. */
function hasUniqueFiles(recipe: AppRecipe): boolean {
  const app = new App({ outdir: 'unused' });
  build(app, { ...recipe, dependencies: [] });
  const constructs = app.node.findAll();
  const files = constructs.filter(ApiObject.isApiObject).map(({ kind, name }) => `${kind}.${name}`);
  const addresses = constructs.filter(Chart.isChart).map(({ node }) => node.addr);
  return new Set(files).size === files.length && new Set(addresses).size === addresses.length;
}
