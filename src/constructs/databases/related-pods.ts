const COMPONENT_LABEL = 'app.kubernetes.io/component';
const PART_OF_LABEL = 'app.kubernetes.io/part-of';

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
