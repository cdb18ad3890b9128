import { Update } from './update';
import { World } from './world';
import { Manifest } from '../../kubernetes/manifest';
import { Change, Effect } from '../../reports/change';

/** What a rule says of a field; the differ makes a change of it. What is left out is the rule's, or read from the objects. */
export interface ChangeStatement extends Pick<Change, 'path' | 'message'>, Partial<Pick<Change, 'effect' | 'fix' | 'field' | 'before' | 'after' | 'claims'>> {
  /** Part of the id, where a rule can apply twice to one object. */
  readonly part?: string;
}

/** One row of the table of effects. */
export interface Rule {
  /** Words that say what happens. Also the heading in the docs. */
  readonly id: string;
  readonly title: string;
  /** True if the server takes it and it hurts: it counts until somebody accepts it. @default false */
  readonly danger?: boolean;
  readonly effect: Effect;
  readonly kinds: readonly string[];
  /** Which fields, in words for the docs. */
  readonly fields: string;
  /** One or two sentences: what happens in the cluster. */
  readonly why: string;
  readonly fix: string;
  /** First version of Kubernetes it holds for, such as `1.33`. @default - all */
  readonly since?: string;
  /** First version it does not hold for any more. @default - none */
  readonly until?: string;
  readonly updated?: (update: Update, world: World) => Iterable<ChangeStatement>;
  readonly removed?: (object: Manifest, world: World) => Iterable<ChangeStatement>;
  readonly added?: (object: Manifest, world: World) => Iterable<ChangeStatement>;
  readonly renamed?: (before: Manifest, after: Manifest, world: World) => Iterable<ChangeStatement>;
}
