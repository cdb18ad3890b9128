import { Update } from './update';
import { World } from './world';
import { Manifest } from '../../kubernetes/manifest';
import { Change, Effect } from '../../reports/change';
import { RuleInfo } from '../../reports/rule';

/** What a rule says of a field; the differ makes a change of it. What is left out is the rule's, or read from the objects. */
export interface ChangeStatement extends Pick<Change, 'path' | 'message'>, Partial<Pick<Change, 'effect' | 'fix' | 'field' | 'before' | 'after' | 'claims' | 'serverSideOnly'>> {
  /** Part of the id, where a rule can apply twice to one object. */
  readonly part?: string;
}

/** One row of the table of effects. Its severity is `error` for what the server refuses and for what hurts, until somebody accepts it. */
export interface Rule extends RuleInfo {
  /** Stands beside the id in the heading of the docs. */
  readonly title: string;
  readonly effect: Effect;
  readonly kinds: readonly string[];
  /** Which fields, in words for the docs. */
  readonly fields: string;
  /** First version of Kubernetes it holds for, such as `1.33`. @default - all */
  readonly since?: string;
  /** First version it does not hold for any more. @default - none */
  readonly until?: string;
  /** It holds unless this feature gate is on. @default - no gate changes it */
  readonly unless?: string;
  readonly updated?: (update: Update, world: World) => Iterable<ChangeStatement>;
  readonly removed?: (object: Manifest, world: World) => Iterable<ChangeStatement>;
  readonly added?: (object: Manifest, world: World) => Iterable<ChangeStatement>;
  readonly renamed?: (before: Manifest, after: Manifest, world: World) => Iterable<ChangeStatement>;
}
