import { RuleInfo } from '../reports/rule';

/** The YAML that shows a rule. In the package the examples are a table in the file of `explain`, which takes the place of this file: nobody else reads them. */
export function examplesOf({ bad, good }: RuleInfo): Pick<RuleInfo, 'bad' | 'good'> {
  return { bad, good };
}
