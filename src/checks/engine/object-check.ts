import { Problem } from './check';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest } from '../../kubernetes/manifest';
import { RuleInfo } from '../../reports/rule';

/** Takes a problem; how the runner collects them is its own affair. */
export type Report = (problem: Problem) => void;

/** How a scalar of the object is written, by its path, if it stands in a text without quotes: `0022`. */
export type WrittenAt = (path: string) => string | undefined;

/**
 * Checks one object on its own: schema, formats, rules of a kind. It sees no
 * other object.
 *
 * The runner calls it for every manifest of its kinds, and again for every
 * Pod, Job and claim that controllers would derive from a manifest
 * (`manifest/derive.ts`); it maps the paths of the latter back into the template and
 * drops what was already reported there. So a rule about pods is written once,
 * for `/Pod`, with paths such as `/spec/containers/0/image`.
 *
 * Manifests come from anywhere: any field may be missing or hold any value.
 * Use `recordOf` and `listOf`, and leave wrong types to the schema.
 * What throws becomes a finding, `check-failed`, and never goes unnoticed.
 */
export interface ObjectCheck {
  /** The rules it may report; each is known to `explain` and listed in the docs. */
  readonly checks: readonly RuleInfo[];

  /**
   * Which kinds it checks, as `group/Kind`: `apps/StatefulSet`, and `/Pod` for
   * the core group.
   *
   * @default - every kind
   */
  readonly kinds?: readonly string[];

  /**
   * Whether it also checks derived objects, or nothing else. The schema does
   * not: it has walked the template already.
   *
   * @default true
   */
  readonly derived?: boolean | 'only';

  /** `model` is the API of the cluster: its version, and what is on or off there. Objects of programs are written nowhere. */
  readonly run: (object: Manifest, report: Report, model: ApiModel, writtenAt?: WrittenAt) => void;
}
