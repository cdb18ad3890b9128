import { ObjectReference } from '../kubernetes/manifest';

/** One thing that is true of a system, in words. */
export interface Sentence {
  readonly text: string;
  /** What a person has to do, and when; nothing does it by itself. @default - nobody has to do anything */
  readonly human?: string;
}

/** One name in the DNS of the cluster, or a row of names that differ in the ordinal. */
export interface DnsName {
  readonly name: string;
  /** What it resolves to. */
  readonly to: string;
  /** The ports that answer there, such as `6379 (redis)`; empty if that is not known. */
  readonly ports: string;
  /** What is to be known of it. @default - nothing */
  readonly note?: string;
}

/** The sections of a system, the most important first. */
export type Topic = 'runs' | 'human' | 'data' | 'failures' | 'removal' | 'drain' | 'names' | 'access' | 'start';

/** What is said of one topic. */
export interface Section {
  readonly topic: Topic;
  readonly sentences: readonly Sentence[];
  /** @default - the topic has no names */
  readonly names?: readonly DnsName[];
}

/** One workload in words. */
export interface SystemDescription {
  readonly object: ObjectReference;
  /** One line for the overview. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

/** A folder in words. */
export interface Description {
  /** The version of Kubernetes that it speaks of. */
  readonly kubernetesVersion: string;
  readonly overview: readonly Sentence[];
  readonly systems: readonly SystemDescription[];
}

/** What each section is called. */
export const TITLES: Readonly<Record<Topic, string>> = {
  runs: 'What runs',
  human: 'What needs a human',
  data: 'Where the data is',
  failures: 'When something goes away',
  removal: 'When it is scaled down or deleted',
  drain: 'What the drain of a node may do',
  names: 'What resolves to what',
  access: 'What opens to whom',
  start: 'How it starts and is updated',
};
