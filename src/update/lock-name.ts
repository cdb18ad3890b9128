/** The file that `lock` writes if no other is named. */
export const LOCK_FILE = 'cdk8s-stateful.lock.yaml';
