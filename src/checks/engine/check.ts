import { Cluster } from './cluster';
import { Makers } from './makers';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest } from '../../kubernetes/manifest';
import { Claims } from '../../manifest/claims';
import { Environment } from '../../manifest/environment';
import { Inventory } from '../../manifest/inventory';
import { References } from '../../manifest/references/references';
import { Repository } from '../../manifest/repository';
import { StaticBinding } from '../../manifest/static-binding';
import { Severity, Statement } from '../../reports/finding';
import { RuleInfo } from '../../reports/rule';

/** What a check reports; the runner makes a finding of it. Values stand in the message as `show` prints them. */
export interface Problem extends Statement {
  /** Which rule is broken. @default - the only one of the check */
  readonly check?: RuleInfo;
  /** @default - the severity of the rule */
  readonly severity?: Severity;
  /** The server accepts a template with it, and refuses its Pods. @default false */
  readonly podsOnly?: boolean;
}

/** A check of the whole system says which object it means. */
export interface SystemProblem extends Omit<Problem, 'check' | 'podsOnly'> {
  readonly object: Manifest;
}

/** What checks of a whole system may know besides the manifests. */
export interface CheckContext {
  /** What is declared to exist in the cluster already. */
  readonly environment: Environment;
  /** The API of the cluster: its version, and what is on or off there. */
  readonly model: ApiModel;
  /** Who names and who selects whom. */
  readonly references: References;
  /** All claims, also those that StatefulSets will make. */
  readonly claims: Claims;
  /** Which claims get which volumes, where nobody provisions them; worked out when first asked for. */
  readonly staticBindings: () => readonly StaticBinding[];
  /** What is in the cluster already, declared or because every cluster has it. */
  readonly cluster: Cluster;
  /** The git repository that the manifests stand in. @default - nobody knows */
  readonly repository?: Repository;
  /** What operators and programs of the system may create. */
  readonly makers: Makers;
}

/**
 * A check of the whole system: what it is called, why it matters, how bad it
 * is, and a function from manifests to problems. It knows plain manifests
 * only, must bear any value in any field, and must be linear in the manifests.
 * It runs with scope `system` only.
 */
export interface Check extends RuleInfo {
  readonly run: (inventory: Inventory, context: CheckContext) => Iterable<SystemProblem>;
}
