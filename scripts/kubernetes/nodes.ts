import { BackgroundProcess } from './background-process';
import { Kubectl } from './kubectl';

/** What the pods of a cluster run on. */
export interface Nodes {
  /** In words, such as `simulated`. */
  readonly description: string;
  /** Address at which the API server is reached from them. */
  readonly host: string;
  /** What the API server must be told of them. */
  readonly serverFlags: Readonly<Record<string, string>>;
  readonly processes: readonly BackgroundProcess[];
  /** Builds the programs that the cluster needs and that were never built. */
  build(): void;
  /** A port of the address that nobody listens on. */
  port(): Promise<number>;
  /** Before the API server is started. */
  prepare(): void;
  /** When the API server answers. */
  start(kubectl: Kubectl): Promise<void>;
  /** When all nodes are ready: waits for what runs on them. */
  ready(kubectl: Kubectl): Promise<void>;
  end(): Promise<void>;
}
