import { Cluster } from './harness/cluster';
import { Figures } from './harness/figures';
import { Writer } from './harness/writer';
import { Manifest } from '../../src/kubernetes/manifest';

/** What the matrix must know of a database. */
export interface Engine {
  readonly name: string;
  /** Repositories of the images that its pods have. */
  readonly images: readonly string[];
  /** What an acknowledged write is, in the engine's own words. */
  readonly acknowledged: string;
  /** A new primary must acknowledge writes within this time after the old one was lost. */
  readonly failoverSeconds: number;
  /** How many times as long as the others it may take to be ready. */
  readonly patience?: number;
  /** Whether it takes minutes to start: then the core is that it forms, and loses a member. */
  readonly isSlow?: boolean;
  /** Size of each volume, where a scenario needs them to be full. */
  readonly volumeSize?: string;
  /** True if there is no single leader: every member of the majority takes writes. */
  readonly allLead?: boolean;
  /** Scenarios of this engine alone. */
  readonly own?: readonly OwnScenario[];
  readonly secrets: { readonly [name: string]: { readonly [key: string]: string } };
  chart(replicas: number): Manifest[];
  /** Writes a key as a client does; true if it was acknowledged. */
  write(cluster: Cluster, key: string): Promise<boolean>;
  /** Tries to write through a member itself, from inside its pod. */
  writeInside(cluster: Cluster, ordinal: number, key: string): Promise<boolean>;
  /** All keys that a member holds itself; undefined if it does not answer. */
  keysOf(cluster: Cluster, ordinal: number): Promise<Set<string> | undefined>;
  /** Ordinals of all members that hold themselves to be the primary, or the leader. */
  leaders(cluster: Cluster): Promise<number[]>;
  /** What is done in the last member before it is scaled away; where this is needed, members leave one by one. */
  beforeShrink?(cluster: Cluster, ordinal: number): Promise<void>;
  /** What the members say that explains the times of a scenario. */
  remark?(cluster: Cluster): string;
}

/** A scenario that one engine needs. It runs on a cluster of three; nothing may be lost by it. */
export interface OwnScenario {
  readonly what: string;
  /** Whether it runs without `--all`, too. */
  readonly isCore?: boolean;
  run(cluster: Cluster, writer: Writer, figures: Figures): Promise<void>;
}
