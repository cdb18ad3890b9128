import { testRules, of } from './rule-cases';

const job = (fields: string) => of('Job', 'batch/v1', `spec: {template: {spec: {restartPolicy: Never, containers: []}}, ${fields}}`);
const indexed = (fields: string, completions = 3) => job(`completionMode: Indexed, completions: ${completions}, ${fields}`);
const success = (rule: string) => indexed(`successPolicy: {rules: [{${rule}}]}`);

describe('failed indexes', () => testRules([
  ['a limit for each index', indexed('backoffLimitPerIndex: 1, maxFailedIndexes: 3')],
  ['a limit for each index of none', job('backoffLimitPerIndex: 1'), 'job-failed-indexes /spec/backoffLimitPerIndex'],
  ['more failures than completions', indexed('backoffLimitPerIndex: 1, maxFailedIndexes: 4'), 'job-failed-indexes /spec/maxFailedIndexes'],
  ['failures that nobody counts', indexed('maxFailedIndexes: 1'), 'job-failed-indexes /spec/backoffLimitPerIndex'],
  ['very many completions', indexed('backoffLimitPerIndex: 1, maxFailedIndexes: 10000', 200_000)],
  ['very many completions without a bound', indexed('backoffLimitPerIndex: 1', 200_000), 'job-failed-indexes /spec/maxFailedIndexes'],
  ['very many completions at a time', indexed('backoffLimitPerIndex: 1, maxFailedIndexes: 1, parallelism: 10001', 200_000), 'job-failed-indexes /spec/parallelism'],
], '1.36'));

describe('success policies', () => testRules([
  ['some indexes', success("succeededIndexes: '0,1-2', succeededCount: 3")],
  ['of a Job without indexes', job('successPolicy: {rules: [{succeededCount: 1}]}'), 'job-success-policy /spec/successPolicy'],
  ['without rules', indexed('successPolicy: {rules: []}'), 'job-success-policy /spec/successPolicy/rules'],
  ['with too many rules', indexed(`successPolicy: {rules: [${'{succeededCount: 1}, '.repeat(21)}]}`), 'job-success-policy /spec/successPolicy/rules'],
  ['that says nothing', success(''), 'job-success-policy /spec/successPolicy/rules/0'],
  ['of indexes that are not there', success("succeededIndexes: '3'"), 'job-success-policy /spec/successPolicy/rules/0/succeededIndexes'],
  ['of indexes that are not sorted', success("succeededIndexes: '1,0'"), 'job-success-policy /spec/successPolicy/rules/0/succeededIndexes'],
  ['of more than its indexes', success("succeededIndexes: '0-1', succeededCount: 3"), 'job-success-policy /spec/successPolicy/rules/0/succeededCount'],
  ['of more than all', success('succeededCount: 4'), 'job-success-policy /spec/successPolicy/rules/0/succeededCount'],
  ['of less than none', success('succeededCount: -1'), 'job-success-policy /spec/successPolicy/rules/0/succeededCount'],
], '1.36'));

describe('before there were success policies', () => testRules([
  ['a policy is dropped', job('successPolicy: {rules: []}')],
], '1.30'));
