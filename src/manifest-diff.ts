/* eslint-disable @typescript-eslint/no-require-imports -- loaded when something is compared, and not before */
import type * as differ from './update/diff';
import type * as effects from './update/effect';

/**
 * What becomes of one claim.
 */
export interface ManifestChangeClaim {
  /** Namespace of the claim. */
  readonly namespace: string;
  /** Name of the claim. */
  readonly name: string;
  /** `kept`, `adopted again`, `stranded`, `deleted` or `new and empty`. */
  readonly fate: string;
}

/**
 * One change and what it does.
 */
export interface ManifestChange {
  /** `RULE:namespace/name`; a danger is accepted by it. */
  readonly id: string;
  /** `none`, `in-place`, `restart`, `access`, `stale-data`, `refused`, `strands-data` or `deletes-data`. */
  readonly effect: string;
  /** True if the API server refuses it, or if it hurts and was not accepted. */
  readonly dangerous: boolean;
  /** API version of the object. */
  readonly apiVersion: string;
  /** Kind of the object. */
  readonly kind: string;
  /**
   * Namespace of the object.
   *
   * @default - the object belongs to the cluster
   */
  readonly namespace?: string;
  /** Name of the object. */
  readonly name: string;
  /** JSON pointer to the field; empty for the whole object. */
  readonly path: string;
  /** What happens in the cluster. */
  readonly message: string;
  /** What keeps the data, or gets the change through. */
  readonly fix: string;
  /** What becomes of each claim that is concerned. */
  readonly claims: ManifestChangeClaim[];
}

/**
 * How to compare.
 */
export interface ManifestDiffOptions {
  /**
   * Minor version of the cluster.
   *
   * @default '1.27'
   */
  readonly kubernetesVersion?: string;

  /**
   * Dangers that are accepted: a reason by the id of the change, such as `D4:db/data`.
   *
   * @default - none
   */
  readonly acceptedChanges?: { [id: string]: string };
}

/**
 * What it does to a cluster that runs one set of manifests when another one is
 * applied: which pods restart, what the API server refuses, and what strands or
 * deletes data. The same as `cdk8s-stateful diff`, for tests and scripts.
 *
 * @see https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/diff.md
 */
export class ManifestDiff {
  /**
   * Compares plain manifests, such as `Testing.synth(chart)` returns.
   *
   * @throws if `kubernetesVersion` is no version of Kubernetes
   */
  public static of(before: any[], after: any[], options: ManifestDiffOptions = {}): ManifestDiff {
    const { compare, diffOf } = require('./update/diff') as typeof differ;
    const { parseKubernetesVersion } = require('./update/version') as typeof import('./update/version');
    const { isManifest } = require('./manifest/manifest') as typeof import('./manifest/manifest');
    return new ManifestDiff(diffOf(compare(before.filter(isManifest), after.filter(isManifest), {
      accepted: new Map(Object.entries(options.acceptedChanges ?? {})),
      version: parseKubernetesVersion(options.kubernetesVersion ?? '1.27'),
    })));
  }

  /** Every change, the worst first. */
  public readonly changes: ManifestChange[];

  private constructor(private readonly result: differ.Diff) {
    const { isDangerous } = require('./update/effect') as typeof effects;
    this.changes = result.changes.map(change => ({
      id: change.id,
      effect: change.effect,
      dangerous: isDangerous(change),
      ...change.object,
      path: change.path,
      message: change.message,
      fix: change.fix,
      claims: [...change.claims],
    }));
  }

  /** The changes that the API server refuses, or that hurt and were not accepted. */
  public dangers(): ManifestChange[] {
    return this.changes.filter(({ dangerous }) => dangerous);
  }

  /** A table for people, the worst first. */
  public toText(): string {
    return (require('./update/render/text') as typeof import('./update/render/text')).diffAsText(this.result);
  }

  /** The report as JSON, as `cdk8s-stateful diff --format json` prints it. */
  public toJson(): string {
    return (require('./update/render/json') as typeof import('./update/render/json')).diffAsJson(this.result);
  }
}
