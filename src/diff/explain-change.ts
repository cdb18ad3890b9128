import { diff } from './diff';
import { changedLines } from './examples/changed-lines';
import { CHANGE_EXAMPLES } from './examples/examples';
import { ApiModel } from '../kubernetes/api/model';
import { readDocuments } from '../manifest/read/read';
import { RuleInfo } from '../reports/rule';

/** What shows a rule of the differ or of the lock; each change as lines with `-` and `+`. */
export interface ExplainedChange {
  /** ` on Kubernetes 1.29`, where it is not the usual version. */
  readonly where: string;
  readonly wrong: readonly string[];
  /** What the differ reports of it. @default - the differ says nothing */
  readonly message?: string;
  readonly fix?: string;
  /** @default - no manifest says it */
  readonly right?: readonly string[];
}

/** The example of a rule, with what the differ itself says of it; undefined if there is none. */
export function explainChange(rule: RuleInfo): ExplainedChange | undefined {
  const example = CHANGE_EXAMPLES.get(rule.id);
  if (!example) { return undefined; }
  const { before, after, instead, version } = example;
  const [old, next] = [before, after].map(text => readDocuments(text, 'example.yaml').flatMap(({ manifest }) => manifest ?? []));
  const found = diff(old, next, { model: ApiModel.of(version) }).changes.find(change => change.rule === rule.id);
  return {
    where: version === undefined ? '' : ` on Kubernetes ${version}`,
    wrong: changedLines(before, after),
    ...found && { message: found.message, fix: found.fix },
    ...instead !== undefined && { right: changedLines(before, instead) },
  };
}
