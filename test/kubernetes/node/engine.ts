import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { Pod } from '../../../scripts/kubernetes/pod';
import { PresetName } from '../../../src/constructs/databases/ports';

/** What must be known of a database to try it out on real nodes. */
export interface Engine {
  readonly name: PresetName;
  /** Where everything of it is. */
  readonly namespace: string;
  /** Of the StatefulSet, and of the Service for clients. */
  readonly set: string;
  /** The container of the server. */
  readonly container: string;
  readonly manifests: readonly LiveObject[];
  /** What names end in on its cluster, if not in `cluster.local`. */
  readonly domain?: string;
  /** CronJobs that dump it and restore the dump, in this order. */
  readonly jobs?: readonly string[];
  /** What an acknowledged write is. */
  readonly acknowledged: string;
  /** How long no write may be acknowledged when the leader is lost, in seconds. */
  readonly failoverSeconds: number;
  /** How long all members may take to be ready, in seconds. @default 300 */
  readonly readySeconds?: number;
  /** Whom the writer asks. @default - the Service for clients, with the password of the administrator */
  readonly client?: { readonly host: string; readonly passwordSecret: string; readonly env?: Readonly<Record<string, string>> };
  /** Writes keys for ever, one after the other, and prints `ok KEY` for each that was acknowledged: a script in clients/. */
  readonly writer: string;
  /** All keys that a member holds itself; undefined if it does not answer. */
  keysOf(member: Pod): Promise<Set<string> | undefined>;
  /** True if the member leads. */
  leads(member: Pod): Promise<boolean>;
}

/** The keys that a command has listed, one a line; undefined if it failed. */
export const keysIn = (listing: string | undefined) => listing === undefined ? undefined : new Set(listing.split('\n'));
