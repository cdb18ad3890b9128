import { GATES_OF_STAGE, knownGates, lifetimeOfGate } from '../../kubernetes/api/gates';
import { knownApiVersions } from '../../kubernetes/api/kind';
import { readVersions } from '../../kubernetes/api/known-versions';
import { Lifetime } from '../../kubernetes/api/lifetime';
import { ApiModel, Switches } from '../../kubernetes/api/model';
import { API_STAGES } from '../../kubernetes/api/runtime-config';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nearest } from '../../reports/did-you-mean';
import { show } from '../../reports/show';

/** What is said about the API of a cluster: on the command line, in code, or in a configuration file. */
export interface DeclaredApi extends Switches {
  /** `1.36`, `1.35.3`, or several: `1.33,1.36`. */
  readonly kubernetesVersion?: string;
}

/** The API of a cluster, a model for each of its versions. */
export interface ClusterApi {
  /** Empty if there are problems. */
  readonly models: readonly ApiModel[];
  /** What to know besides. */
  readonly notes: readonly string[];
  /** What is wrong, by the path of what is declared: `featureGates`, then the name. */
  readonly problems: readonly ApiProblem[];
}

export interface ApiProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is said in several places, the one that decides first: its version counts, and its switches before those of the others. */
export function clusterApi(...declared: readonly (DeclaredApi | undefined)[]): ClusterApi {
  const said = declared.filter(one => one !== undefined);
  const text = said.find(({ kubernetesVersion }) => kubernetesVersion !== undefined)?.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
  const featureGates = together(said.map(one => one.featureGates));
  const runtimeConfig = together(said.map(one => one.runtimeConfig));
  const { versions, notes, problems } = readVersions(text);
  const checked = [...checkedGates(featureGates, versions), ...checkedApis(runtimeConfig, versions)];
  const wrong = [
    ...problems.map(message => ({ path: ['kubernetesVersion'], message })),
    ...checked.flatMap(({ path, problem }) => problem === undefined ? [] : [{ path, message: problem }]),
  ];
  return {
    models: wrong.length > 0 ? [] : versions.map(version => ApiModel.of(version, { featureGates, runtimeConfig })),
    notes: [...notes, ...checked.flatMap(({ note }) => note ?? [])],
    problems: wrong,
  };
}

/** The same, where what is wrong is an error. */
export function clusterApiOf(...declared: readonly (DeclaredApi | undefined)[]): ClusterApi {
  const api = clusterApi(...declared);
  if (api.problems.length > 0) { throw new Error(api.problems.map(inWords).join('\n')); }
  return api;
}

/** `'featureGates.X': there is no such feature gate` */
export function inWords({ path, message }: ApiProblem): string {
  return `'${path.join('.')}': ${message}`;
}

type Switched = Readonly<Record<string, boolean>>;

function together(all: readonly (Switched | undefined)[]): Switched {
  return all.reduceRight<Switched>((weaker, stronger) => ({ ...weaker, ...stronger }), {});
}

interface Checked {
  readonly path: readonly string[];
  readonly problem?: string;
  readonly note?: string;
}

function checkedGates(gates: Switched, versions: readonly KubernetesVersion[]): Checked[] {
  const stages = Object.values(GATES_OF_STAGE);
  return Object.entries(gates).filter(([name]) => !stages.includes(name)).flatMap(([name, on]): Checked[] => {
    const path = ['featureGates', name];
    const lifetime = lifetimeOfGate(name);
    if (!lifetime) { return [{ path, problem: unknown('feature gate', name, [...knownGates(), ...stages]) }]; }
    return versions.flatMap((version): Checked[] => {
      const gate = ApiModel.of(version).gate(name);
      if (!gate) { return [{ path, note: `Kubernetes ${version} has no feature gate '${name}'${inOtherVersions(lifetime, version)}` }]; }
      const state = gate.on ? 'on' : 'off';
      return gate.locked && gate.on !== on ? [{ path, problem: `'${name}' is locked on Kubernetes ${version}: it is ${state} and cannot be switched ${on ? 'on' : 'off'}; remove it` }] : [];
    });
  });
}

function checkedApis(config: Switched, versions: readonly KubernetesVersion[]): Checked[] {
  return Object.keys(config).filter(name => !API_STAGES.includes(name)).flatMap((name): Checked[] => {
    const path = ['runtimeConfig', name];
    const apiVersion = name.replace(/^api\//, '');
    if (!knownApiVersions().has(apiVersion)) { return [{ path, problem: unknown('API version', name, [...knownApiVersions(), ...API_STAGES]) }]; }
    return versions.filter(version => !ApiModel.of(version).kinds().some(kind => kind.apiVersion === apiVersion))
      .map(version => ({ path, note: `Kubernetes ${version} has no API version '${apiVersion}'` }));
  });
}

function inOtherVersions({ since, until }: Lifetime, version: KubernetesVersion): string {
  if (since !== undefined && !version.isSince(since)) { return `: it is there since ${since}`; }
  return until !== undefined ? `: it is gone since ${until}, and the feature is as it was before` : '';
}

/** What nobody knows, with what may have been meant, or all that is known of its kind. */
function unknown(noun: string, name: string, known: readonly string[]): string {
  const close = nearest(name, known);
  const words = close.length > 0 ? close : known;
  return `there is no ${noun} ${show(name)}; ${close.length > 0 ? 'did you mean' : 'known are'} ${words.map(word => `'${word}'`).join(close.length > 0 ? ' or ' : ', ')}${close.length > 0 ? '?' : ''}`;
}
