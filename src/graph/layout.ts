import { GraphEdge, GraphGroup, GraphNode, Tone } from './graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** A line of text: `x` and `y` are where it begins, at the foot of its letters. */
export interface TextLine extends Point {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly width: number;
  /** Which of the words this is: what kind, which name, what else, a mark. */
  readonly role: 'kind' | 'name' | 'line' | 'mark';
  /** Of a mark. */
  readonly tone?: Tone;
}

export interface LaidBox extends Area {
  readonly node: GraphNode;
  readonly text: readonly TextLine[];
}

export interface LaidFrame extends Area {
  readonly group: GraphGroup;
  readonly text: readonly TextLine[];
}

export interface LaidArrow {
  readonly edge: GraphEdge;
  /** A start, and then three points for each curve. */
  readonly curve: readonly Point[];
  /** The tip of the arrow. */
  readonly tip: Point;
  /** The other tip, of an arrow that leads both ways. */
  readonly tail?: Point;
  readonly text: readonly TextLine[];
}

/** A picture when everything has its place: the frames from the outside to the inside. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly LaidFrame[];
  readonly boxes: readonly LaidBox[];
  readonly arrows: readonly LaidArrow[];
}

/** A picture of blocks and frames: where they are, by their ids, and the arrows between them. */
export interface Drawn {
  readonly areas: ReadonlyMap<string, Area>;
  readonly arrows: readonly LaidArrow[];
  readonly width: number;
  readonly height: number;
}
