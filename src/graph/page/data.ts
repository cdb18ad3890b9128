/** What the script of the page is given, as JSON. Things name each other by their index in `items`. */
export interface PageData {
  /** All boxes and frames of the whole picture, but namespaces. */
  readonly items: readonly PageItem[];
  readonly arrows: readonly PageArrow[];
  /** Objects as YAML; the pods of a workload share one. */
  readonly yaml: readonly string[];
  /** The items that are workloads: each may have a picture of its own. */
  readonly systems: readonly number[];
  readonly namespaces: readonly string[];
  /** What stands beside the whole, such as a plan. */
  readonly asides: readonly PageAside[];
}

export interface PageItem {
  /** What a box or frame of a picture says in `data-id`. */
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** @default - none: what is cluster-scoped, or no object */
  readonly namespace?: string;
  readonly lines: readonly string[];
  /** The workloads in whose pictures it is, by their index in `systems`. */
  readonly systems: readonly number[];
  /** The workload in whose frame it is. @default - none */
  readonly within?: number;
  /** Its index in `yaml`. @default - there is none */
  readonly yaml?: number;
  /** The title of the object that the YAML is of, where it is not this one: a controller makes this of it. @default - it is this one */
  readonly madeOf?: string;
  readonly marks?: readonly PageMark[];
}

export interface PageMark {
  readonly tone: string;
  readonly words: string;
}

export interface PageArrow {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface PageAside {
  readonly title: string;
  readonly lines: readonly string[];
}
