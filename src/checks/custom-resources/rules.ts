import { definitionExample } from './examples';
import { RuleInfo } from '../../reports/rule';

const widget = (apiVersion: string, spec: string, rule?: string) => `${definitionExample(rule)}---\napiVersion: ${apiVersion}\nkind: Widget\nmetadata: {name: a, namespace: default}\nspec: ${spec}\n`;
const GOOD = widget('example.com/v1', '{size: 3}');

export const customResourceValue: RuleInfo = {
  id: 'custom-resource-value',
  why: 'the CustomResourceDefinition says which values are allowed, and the API server refuses others',
  severity: 'error',
  bad: widget('example.com/v1', '{size: 0}'),
  good: GOOD,
};

export const customResourceRule: RuleInfo = {
  id: 'custom-resource-rule',
  why: 'the CustomResourceDefinition has a rule (x-kubernetes-validations) that the object breaks, so the API server refuses it',
  severity: 'error',
  bad: widget('example.com/v1', '{size: 3, most: 2}'),
  good: GOOD,
};

export const customResourceRuleNotChecked: RuleInfo = {
  id: 'custom-resource-rule-not-checked',
  why: 'the CustomResourceDefinition has a rule (x-kubernetes-validations) that only an API server can evaluate',
  severity: 'info',
  bad: widget('example.com/v1', '{size: 3, address: db-0}', 'strings.quote(self.address) != ""'),
  good: GOOD,
};

export const customResourceVersion: RuleInfo = {
  id: 'custom-resource-version',
  why: 'the CustomResourceDefinition says which versions the API server takes; it refuses objects of others',
  severity: 'error',
  bad: widget('example.com/v1alpha1', '{size: 3}'),
  good: GOOD,
};

export const customResourceScope: RuleInfo = {
  id: 'custom-resource-scope',
  why: 'the CustomResourceDefinition says whether objects are in a namespace; of a cluster-scoped one the server drops it without a word',
  severity: 'warning',
  bad: widget('example.com/v1', '{size: 3}').replace('Namespaced', 'Cluster'),
  good: GOOD,
};

/** What only a check against a CustomResourceDefinition may report. */
export const CUSTOM_RESOURCE_RULES: readonly RuleInfo[] = [
  customResourceValue, customResourceRule, customResourceRuleNotChecked, customResourceVersion, customResourceScope,
];
