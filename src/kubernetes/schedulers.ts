/** The scheduler of a Pod that names none. */
export const DEFAULT_SCHEDULER = 'default-scheduler';

/** Schedulers of other projects, which are installed beside that of Kubernetes. */
export const OTHER_SCHEDULERS: readonly string[] = [
  'hami-scheduler', 'kai-scheduler', 'koord-scheduler', 'kube-batch', 'run-ai-scheduler', 'runai-scheduler', 'scheduler-plugins-scheduler', 'stork', 'tidb-scheduler', 'topolvm-scheduler', 'volcano', 'yunikorn',
];

/** Schedulers that a cloud runs where nobody sees them. */
export const MANAGED_SCHEDULERS: readonly string[] = ['gke.io/optimize-utilization-scheduler', 'gke.io/default-scheduler'];
