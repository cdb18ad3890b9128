import { isRecord, listOf, recordOf } from './manifest';

/** The label that every namespace has, with its own name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/**
 * True if a label selector (`matchLabels` and `matchExpressions`) matches. An
 * empty selector matches everything, an absent one nothing, as in Kubernetes.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function matchesSelector(selector: unknown, labels: Labels): boolean {
  if (!isRecord(selector)) { return false; }
  return matchesLabels(recordOf(selector.matchLabels), labels)
    && listOf(selector.matchExpressions).every(expression => matchesExpression(expression, labels));
}

/** True if every wanted label is there with its value. */
export function matchesLabels(wanted: Readonly<Record<string, unknown>>, labels: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

function matchesExpression(expression: unknown, labels: Labels): boolean {
  const { key, operator, values } = recordOf(expression);
  const present = typeof key === 'string' && Object.hasOwn(labels, key);
  switch (operator) {
    case 'In': return present && listOf(values).includes(labels[key]);
    case 'NotIn': return !present || !listOf(values).includes(labels[key]);
    case 'Exists': return present;
    case 'DoesNotExist': return !present;
    default: return false;
  }
}
