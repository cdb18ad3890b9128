import { examplesOf } from './rule-examples';
import { checkDocuments } from './run';
import { ApiModel } from '../kubernetes/api/model';
import { readDocuments } from '../manifest/read/read';
import { RuleInfo } from '../reports/rule';

/** What a check says about its own bad example; empty if it says nothing there. */
export interface Explanation {
  readonly message?: string;
  readonly fix?: string;
}

/** Lets a check speak for itself: what it reports of its bad example, and how to fix it. */
export function explainCheck(check: RuleInfo): Explanation {
  const { id, exampleVersion } = check;
  const { bad = '' } = examplesOf(check);
  const found = checkDocuments(readDocuments(bad, 'example.yaml'), { model: ApiModel.of(exampleVersion) }).find(({ rule }) => rule === id);
  return found ? { message: found.message, fix: found.fix } : {};
}
