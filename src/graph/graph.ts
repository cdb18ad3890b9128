import { Manifest } from '../kubernetes/manifest';

/** How something is marked, worst first: each has its colour and its kind of line, and words say the same. */
export const TONES = ['danger', 'warning', 'gone', 'changed', 'added'] as const;
export type Tone = typeof TONES[number];

/** What is said of a box or a frame besides what it is: a finding, or what a change does to it. */
export interface GraphMark {
  readonly tone: Tone;
  readonly words: string;
}

/** Text beside the picture. */
export interface GraphAside {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A box of the picture. */
export interface GraphNode {
  /** Unique in the picture; also the same in the next run. */
  readonly id: string;
  /** The kind of what it stands for: `Pod`, `PersistentVolumeClaim`; a word of ours for what is no object, such as `NFS server`. */
  readonly kind: string;
  readonly name: string;
  /** What is worth knowing at a glance, a line each. */
  readonly lines: readonly string[];
  /** The group that it is in. @default - none */
  readonly group?: string;
  /** What it was made of; also of an object that a controller makes, such as a pod. */
  readonly object?: Manifest;
  /** Nobody wrote it down: a controller makes it. */
  readonly derived?: boolean;
  /** It is named, and not among the manifests. */
  readonly missing?: boolean;
  /** @default - none */
  readonly marks?: readonly GraphMark[];
}

/** A frame around boxes: a namespace, or a workload with its pods. */
export interface GraphGroup {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly string[];
  /** The group that it is in. @default - none */
  readonly parent?: string;
  readonly object?: Manifest;
  /** @default - none */
  readonly marks?: readonly GraphMark[];
}

/** An arrow, from what needs or reaches to what is needed or reached; both may be groups. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** What flows along it: requests, data, or settings. */
  readonly about: 'requests' | 'data' | 'settings';
  /** It leads there and back. @default false */
  readonly bothWays?: boolean;
  /** Whether a change brings it, or takes it away. @default - neither */
  readonly tone?: 'added' | 'gone';
  /** The box at its end says what its label says. @default false */
  readonly isTold?: boolean;
}

/** A picture before anything says where its boxes are. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphGroup[];
  readonly edges: readonly GraphEdge[];
  /** What a reader should know of the picture, below it. */
  readonly note?: string;
  /** What stands beside it, such as a plan. @default - nothing */
  readonly asides?: readonly GraphAside[];
}

/** The worst of some marks. */
export function worstTone(marks: readonly GraphMark[] = []): Tone | undefined {
  return TONES.find(tone => marks.some(mark => mark.tone === tone));
}

/** True for the arrow from a Job to the Secret that it makes, also in a picture of a change. */
export function isMaking({ label }: GraphEdge): boolean {
  return /\bmakes?$/.test(label);
}
