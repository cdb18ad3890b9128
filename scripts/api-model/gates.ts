import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Input } from './inputs';

/** A feature gate in one version of Kubernetes. */
export interface Gate {
  readonly stage: 'alpha' | 'beta' | 'ga' | 'deprecated';
  readonly on: boolean;
  readonly locked: boolean;
}

export type Gates = ReadonlyMap<string, Gate>;

const STAGES: Readonly<Record<string, Gate['stage']>> = { 'Alpha': 'alpha', 'Beta': 'beta', 'GA': 'ga', 'Deprecated': 'deprecated', '': 'alpha' };

/** Lists of gates as YAML, from 1.32 on. */
const LISTS = [
  'test/featuregates_linter/test_data/versioned_feature_list.yaml', 'test/featuregates_linter/test_data/unversioned_feature_list.yaml',
  'test/compatibility_lifecycle/reference/versioned_feature_list.yaml',
];

/** The gates of the API server. */
export function readGates(input: Input): Gates {
  const folder = input.module('k8s.io/kubernetes');
  const lists = LISTS.map(name => join(folder, name)).filter(existsSync);
  const minor = input.version.split('.').slice(0, 2).join('.');
  if (lists.length > 0) { return new Map(lists.flatMap(list => [...gatesInList(readFileSync(list, 'utf8'), minor)])); }
  // The gates of the libraries are listed there too.
  return gatesInGo(readFileSync(join(folder, 'pkg/features/kube_features.go'), 'utf8'));
}

interface ListedGate {
  readonly name: string;
  readonly versionedSpecs: readonly ListedSpec[];
}

interface ListedSpec {
  readonly default: boolean;
  readonly lockToDefault: boolean;
  readonly preRelease: string;
  readonly version: string;
  /** The oldest minor that a cluster may go back to, if this is to hold. @default - any */
  readonly minCompatibilityVersion?: string;
}

/** What a gate is in a minor: its last change up to it. A server takes care that its cluster can go back to the minor before, unless somebody says otherwise. */
export function gatesInList(yaml: string, minor: string): Gates {
  const gates = new Map<string, Gate>();
  for (const { name, versionedSpecs } of parse(yaml) as ListedGate[] ?? []) {
    const holds = ({ version, minCompatibilityVersion }: ListedSpec) => (version === '' || numberOf(version) <= numberOf(minor))
      && (minCompatibilityVersion === undefined || numberOf(minCompatibilityVersion) < numberOf(minor));
    const spec = versionedSpecs.filter(holds).at(-1);
    if (spec) { gates.set(name, { stage: stageOf(spec.preRelease), on: spec.default, locked: spec.lockToDefault }); }
  }
  return gates;
}

/** Lines such as `AnyVolumeDataSource: {Default: true, PreRelease: featuregate.Beta},`: up to 1.31. */
export function gatesInGo(goSource: string): Gates {
  const gates = new Map<string, Gate>();
  for (const [, name, spec] of goSource.matchAll(/^\t(?:\w+\.)?(\w+): +\{(Default: [^}]*)\}/gm)) {
    const stage = /PreRelease: featuregate\.(\w+)/.exec(spec)?.[1] ?? '';
    gates.set(name, { stage: stageOf(stage), on: spec.includes('Default: true'), locked: spec.includes('LockToDefault: true') });
  }
  return gates;
}

function stageOf(preRelease: string): Gate['stage'] {
  const stage = STAGES[preRelease];
  if (!stage) { throw new Error(`no stage is called ${preRelease}`); }
  return stage;
}

function numberOf(minor: string): number {
  return Number(minor.split('.')[1]);
}
