const COMPONENT_LABEL = 'app.kubernetes.io/component';
const PART_OF_LABEL = 'app.kubernetes.io/part-of';

/** Why labels would make other pods of the database's; an empty list means that they do not. */
export function componentProblems(labels: { readonly [key: string]: string } = {}): string[] {
  const component = labels[COMPONENT_LABEL];
  return ['metrics', 'backup', 'pooler'].includes(component)
    ? [`'labels' has '${COMPONENT_LABEL}: ${component}', by which NetworkPolicies know pods that belong to a database; choose another value`] : [];
}

/** Labels of the pods that offer the metrics of a database. */
export function exporterLabels(database: string): { readonly [key: string]: string } {
  return { [COMPONENT_LABEL]: 'metrics', [PART_OF_LABEL]: database };
}

/** Labels of the pods that take dumps of a database. */
export function backupLabels(database: string): { readonly [key: string]: string } {
  return { [COMPONENT_LABEL]: 'backup', [PART_OF_LABEL]: database };
}

/** Labels of the pods that share connections to a database. */
export function poolerLabels(database: string): { readonly [key: string]: string } {
  return { [COMPONENT_LABEL]: 'pooler', [PART_OF_LABEL]: database };
}
