/** API versions that a cluster switches on or off, such as `resource.k8s.io/v1beta2`, and `api/beta` for all of a stage. */
export type RuntimeConfig = Readonly<Record<string, boolean>>;

/** What stands for several API versions, the weakest first. */
const STAGES: readonly (readonly [name: string, versions: RegExp])[] = [
  ['api/all', /^v\d/],
  ['api/ga', /^v\d+$/],
  ['api/beta', /^v\d+beta\d+$/],
  ['api/alpha', /^v\d+alpha\d+$/],
];

/** The names that stand for several API versions. */
export const API_STAGES: readonly string[] = STAGES.map(([name]) => name);

/** Whether the cluster says itself that it has an API version; undefined if it says nothing. */
export function isSwitchedOn(apiVersion: string, config: RuntimeConfig): boolean | undefined {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  const stage = STAGES.filter(([name, versions]) => config[name] !== undefined && versions.test(version)).at(-1)?.[0];
  return config[apiVersion] ?? (apiVersion.includes('/') ? undefined : config[`api/${apiVersion}`]) ?? (stage === undefined ? undefined : config[stage]);
}
