import { UPGRADE_EXAMPLES } from './examples';
import { upgradeFindings } from './upgrade-check';
import { wayOf } from './way';
import { ApiModel } from '../kubernetes/api/model';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { readDocuments } from '../manifest/read/read';
import { Finding } from '../reports/finding';
import { RuleInfo } from '../reports/rule';

/** What shows a rule of an upgrade. */
export interface ExplainedUpgrade {
  /** ` from Kubernetes 1.33 to 1.34`. */
  readonly where: string;
  readonly manifests: string;
  /** What `upgrade-check` reports of it. */
  readonly message: string;
  readonly fix: string;
  /** What to write before the upgrade. @default - no manifest says it */
  readonly instead?: string;
}

/** The example of a rule, with what `upgrade-check` itself says of it; undefined if there is none. */
export function explainUpgrade(rule: Pick<RuleInfo, 'id'>): ExplainedUpgrade | undefined {
  const example = UPGRADE_EXAMPLES.get(rule.id);
  if (!example) { return undefined; }
  const { from, to, manifests, instead } = example;
  const { message, fix } = findingsOf(manifests, from, to).find(finding => finding.rule === rule.id)!;
  return { where: ` from Kubernetes ${from} to ${to}`, manifests, message, fix, ...instead !== undefined && { instead } };
}

/** What an upgrade does to the manifests of an example. */
export function findingsOf(manifests: string, from: string, to: string): Finding[] {
  const way = wayOf(KubernetesVersion.of(from), KubernetesVersion.of(to)).map(version => ApiModel.of(version));
  return upgradeFindings(readDocuments(manifests, 'example.yaml'), way);
}
