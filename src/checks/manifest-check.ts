/* eslint-disable @typescript-eslint/no-require-imports -- loaded when something is checked, and not before */
import type { Acknowledgement } from './configuration/acknowledge';
import type { Cluster } from './configuration/cluster';
import type { ClusterApi } from './configuration/cluster-api';
import type * as runner from './run';
import type { Manifest } from '../kubernetes/manifest';
import type { Environment } from '../manifest/environment';
import type { Finding } from '../reports/finding';
import type { FindingSeverity } from '../reports/finding-severity';

/**
 * One thing that the checks found.
 */
export interface ManifestFinding {
  /** Id of the rule, for `cdk8s-stateful explain` and for acknowledging. */
  readonly rule: string;
  /** How bad it is. */
  readonly severity: FindingSeverity;
  /** Position of the manifest in the list that was checked; -1 if the finding is about none of them. */
  readonly manifest: number;
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
  /** The fact: what is there and why that is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /**
   * The versions of Kubernetes on which it holds.
   *
   * @default - all that were asked for
   */
  readonly kubernetesVersions?: string[];
  /**
   * What to add to `environment` if something exists already that is not among
   * the manifests.
   *
   * @default - no declaration would help
   */
  readonly declaration?: Environment;
  /** The page and heading that explain the check. */
  readonly url: string;
}

/**
 * How to check.
 */
export interface ManifestCheckOptions {
  /**
   * What exists besides the manifests.
   *
   * @default - nothing is declared
   */
  readonly environment?: Environment;

  /**
   * Findings that you accept. An acknowledgement that covers none is a finding itself.
   *
   * @default - none
   */
  readonly acknowledgements?: Acknowledgement[];

  /**
   * Check each object on its own: without references, duplicates and whatever
   * else takes more than one object.
   *
   * @default false
   */
  readonly checkEachAlone?: boolean;

  /**
   * The version of Kubernetes, such as `1.36` or `1.35.3`, or several: `1.33,1.36`.
   *
   * @default - that of `cluster`, or 1.36
   */
  readonly kubernetesVersion?: string;

  /**
   * The cluster that the manifests are applied to. What exists there counts together with `environment`.
   *
   * @default - a cluster with the defaults of its version
   */
  readonly cluster?: Cluster;
}

/**
 * Checks plain manifests: finds what Kubernetes would refuse, and what would
 * never work. The same as `cdk8s-stateful check`, for tests and scripts.
 *
 * @see https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/checker.md
 */
export class ManifestCheck {
  /**
   * Checks plain manifests, such as `Testing.synth(chart)` returns. No file is
   * read: what exists and what is acknowledged is given here.
   *
   * @throws if something is no manifest, or the cluster is none: there is no such version of Kubernetes, feature gate or API version
   */
  public static of(manifests: object[], options: ManifestCheckOptions = {}): ManifestCheck {
    const { isManifest } = require('../kubernetes/manifest') as typeof import('../kubernetes/manifest');
    const { joined } = require('../manifest/environment') as typeof import('../manifest/environment');
    const { checkManifests, clusterApi, inWords, withoutConsequences } = require('./run') as typeof runner;
    const { acknowledge, findingsAbout, readAcknowledgement } = require('./configuration/acknowledge') as typeof import('./configuration/acknowledge');
    const { catalogue } = require('./catalogue') as typeof import('./catalogue');
    const { environment = {}, cluster, checkEachAlone = false } = options;
    const api = clusterApi(options, cluster);
    const problems = [
      ...api.problems.map(inWords),
      ...manifests.flatMap((manifest, index) => isManifest(manifest) ? [] : [`manifests[${index}] is no manifest: it needs apiVersion and kind`]),
    ];
    if (problems.length > 0) { throw new Error(problems.join('\n')); }
    const found = checkManifests(manifests as Manifest[], {
      environment: joined(cluster?.environment ?? {}, environment), model: api.models, definitions: cluster?.crds as Manifest[] | undefined, scope: checkEachAlone ? 'object' : 'system',
    });
    const acknowledgements = (options.acknowledgements ?? []).map(readAcknowledgement);
    const { open, unused } = acknowledge(found, acknowledgements);
    // A check that did not run could not find anything.
    const left = withoutConsequences(open);
    return new ManifestCheck([...left, ...checkEachAlone ? [] : findingsAbout(acknowledgements, unused, catalogue().keys())], api);
  }

  /** Everything that was found and not acknowledged, in the order of the manifests. */
  public readonly findings: ManifestFinding[];

  /** The versions of Kubernetes that the findings are about, such as `1.36`. */
  public readonly kubernetesVersions: string[];
  /** What to know besides, such as that a version is newer than those that are known. */
  public readonly notes: string[];

  private constructor(private readonly found: readonly Finding[], { models, notes }: ClusterApi) {
    const { urlOf } = require('../reports/report') as typeof import('../reports/report');
    const { namesOf } = require('../reports/on-versions') as typeof import('../reports/on-versions');
    this.kubernetesVersions = [...namesOf(models)];
    this.notes = [...notes];
    this.findings = found.map(({ object, place, kubernetesVersions, ...finding }) => ({
      ...finding,
      ...kubernetesVersions && { kubernetesVersions: [...kubernetesVersions] },
      severity: finding.severity as FindingSeverity,
      ...object,
      manifest: place?.manifest ?? -1,
      url: urlOf(finding.rule),
    }));
  }

  /** The findings that Kubernetes would refuse or that would never work. */
  public errors(): ManifestFinding[] {
    return this.findings.filter(({ severity }) => severity === 'error');
  }

  /** The findings for people, each with what to write instead; empty if there is none. */
  public toText(): string {
    const { findingLines } = require('../reports/text') as typeof import('../reports/text');
    const { inOptions } = require('../reports/declaration') as typeof import('../reports/declaration');
    return findingLines(this.found, { declare: inOptions }).join('\n');
  }
}
