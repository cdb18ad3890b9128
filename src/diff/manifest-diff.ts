/* eslint-disable @typescript-eslint/no-require-imports -- loaded when something is compared, and not before */
import { inspect } from 'node:util';
import type { Cluster } from '../checks/configuration/cluster';
import type { Manifest } from '../kubernetes/manifest';
import type { Diff } from '../reports/change';
import type { ChangeEffect } from '../reports/change-effect';
import type { ClaimFate } from '../reports/claim-fate';
import type { FindingSeverity } from '../reports/finding-severity';

/**
 * What becomes of one claim.
 */
export interface ManifestChangeClaim {
  /** Namespace of the claim. */
  readonly namespace: string;
  /** Name of the claim. */
  readonly name: string;
  /** What becomes of it. */
  readonly fate: ClaimFate;
}

/**
 * One change and what it does.
 */
export interface ManifestChange {
  /** `rule:namespace/name`; a danger is accepted by it. */
  readonly id: string;
  /** The rule that says so, such as `scale-in-deletes-claims`. */
  readonly rule: string;
  /** What it does in the cluster. */
  readonly effect: ChangeEffect;
  /** `ERROR`: refused, or a danger that was not accepted. `WARNING`: an accepted danger. `INFO`: no danger. */
  readonly severity: FindingSeverity;
  /** True if the API server refuses it, or if it harms data or access and was not accepted. */
  readonly dangerous: boolean;
  /** API version of the object. */
  readonly apiVersion: string;
  /** Kind of the object. */
  readonly kind: string;
  /**
   * Namespace of the object.
   *
   * @default - the object is cluster-scoped
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
  /**
   * The versions of Kubernetes on which it holds.
   *
   * @default - all that were asked for
   */
  readonly kubernetesVersions?: string[];
  /** What becomes of each claim that is concerned. */
  readonly claims: ManifestChangeClaim[];
}

/**
 * How to compare.
 */
export interface ManifestDiffOptions {
  /**
   * The version of Kubernetes, such as `1.36` or `1.35.3`, or several: `1.33,1.36`.
   *
   * @default - that of `cluster`, or 1.36
   */
  readonly kubernetesVersion?: string;

  /**
   * The cluster that the manifests are applied to. Its `environment` does not count here.
   *
   * @default - a cluster with the defaults of its version
   */
  readonly cluster?: Cluster;

  /**
   * Dangers that are accepted: a reason by the id of the change, such as `scale-in-deletes-claims:db/data`.
   *
   * @default - none
   */
  readonly acceptedChanges?: { [id: string]: string };
}

/**
 * Compares two sets of manifests: what happens in a cluster that runs the first
 * when the second is applied. It finds which pods restart, what the API server
 * refuses, and what strands or deletes data. The same as `cdk8s-stateful diff`, for tests and scripts.
 *
 * @see https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/diff.md
 */
export class ManifestDiff {
  /**
   * Compares plain manifests, such as `Testing.synth(chart)` returns.
   *
   * @throws if something in a list is no manifest, or the cluster is none: there is no such version of Kubernetes, feature gate or API version
   */
  public static of(before: object[], after: object[], options: ManifestDiffOptions = {}): ManifestDiff {
    const { diffOnEach } = require('./on-versions') as typeof import('./on-versions');
    const { clusterApiOf } = require('../checks/configuration/cluster-api') as typeof import('../checks/configuration/cluster-api');
    const { noteOfOldId } = require('../reports/old-ids') as typeof import('../reports/old-ids');
    const accepted = new Map(Object.entries(options.acceptedChanges ?? {}));
    const { models, notes } = clusterApiOf(options, options.cluster);
    const result = diffOnEach(manifestsOf('before', before), manifestsOf('after', after), models, { accepted, definitions: options.cluster?.crds as Manifest[] | undefined });
    return new ManifestDiff(result, [...notes, ...[...accepted.keys()].flatMap(id => noteOfOldId(id) ?? [])]);
  }

  /** Every change, the worst first. */
  public readonly changes: ManifestChange[];
  /** The versions of Kubernetes that the changes are about, such as `1.36`. */
  public readonly kubernetesVersions: string[];

  private constructor(
    private readonly result: Diff,
    /** What to know besides: what to write instead of ids of an earlier version in `acceptedChanges`, a version that is newer than all that are known. */
    public readonly notes: string[],
  ) {
    const { isDangerous } = require('../reports/change') as typeof import('../reports/change');
    this.kubernetesVersions = [...result.kubernetesVersions];
    this.changes = result.changes.map(change => ({
      id: change.id,
      rule: change.rule,
      effect: change.effect as ChangeEffect,
      dangerous: isDangerous(change),
      severity: change.severity as FindingSeverity,
      ...change.object,
      path: change.path,
      message: change.message,
      fix: change.fix,
      ...change.kubernetesVersions && { kubernetesVersions: [...change.kubernetesVersions] },
      claims: change.claims.map(claim => ({ ...claim, fate: claim.fate as ClaimFate })),
    }));
  }

  /** The changes that the API server refuses, and the dangers that were not accepted. */
  public dangers(): ManifestChange[] {
    return this.changes.filter(({ dangerous }) => dangerous);
  }

  /** A table for people, the worst first. */
  public toText(): string {
    return (require('../reports/changes-text') as typeof import('../reports/changes-text')).changesAsText(this.result);
  }

  /** The report as JSON, as `cdk8s-stateful diff --format json` prints it. */
  public toJson(): string {
    return (require('../reports/json') as typeof import('../reports/json')).changesAsJson(this.result);
  }
}

/** A difference to something that is no manifest would be no difference at all. */
function manifestsOf(list: string, manifests: any[]): Manifest[] {
  const { isManifest } = require('../kubernetes/manifest') as typeof import('../kubernetes/manifest');
  if (!Array.isArray(manifests)) {
    throw new Error(`'${list}' must be a list of manifests, got ${inspect(manifests, { depth: 0 })}; write Testing.synth(chart), for example`);
  }
  // An empty document of a YAML file is null.
  const wrong = manifests.flatMap((manifest, index) => manifest === null || isManifest(manifest) ? [] : [`${list}[${index}] is ${inspect(manifest, { depth: 0, maxStringLength: 40 })}`]);
  if (wrong.length > 0) {
    throw new Error(`a manifest is an object with apiVersion and kind, and ${wrong.slice(0, 3).join(', ')}; write what Testing.synth(chart) returns, or parsed YAML`);
  }
  return manifests.filter(isManifest);
}
