export interface Chapter {
  readonly title: string;
  /** Pages without `.md`, in the order in which one reads them. */
  readonly pages: readonly string[];
}

/** What stands beside each page: all pages but those of single rules and examples. */
export const CHAPTERS: readonly Chapter[] = [
  { title: 'Start', pages: ['getting-started', 'init', 'import', 'examples/index', 'comparison'] },
  { title: 'Write', pages: ['storage', 'identity', 'security', 'clusters', 'tutorials'] },
  {
    title: 'Databases',
    pages: [
      'databases', ...['redis', 'zookeeper', 'mariadb', 'mysql', 'mongodb', 'postgresql', 'rabbitmq', 'cassandra', 'users'].map(page => `databases/${page}`), 'backups', 'database-ports',
    ],
  },
  { title: 'Check', pages: ['checker', 'rules/index', 'custom-resources', 'kubernetes-versions', 'kubernetes-fields'] },
  { title: 'Change', pages: ['diff', 'updates', 'pull-requests', 'upgrade-check', 'migration'] },
  { title: 'See', pages: ['graph', 'describe'] },
  { title: 'Reference', pages: ['command-line', 'api/index', 'performance', 'conformance', 'changelog'] },
  { title: 'API', pages: ['api/apps', 'api/options', 'api/storage', 'api/nfs', 'api/databases', 'api/backups', 'api/synthesis', 'api/checks', 'api/changes'] },
  {
    title: 'Versions of Kubernetes',

    pages: ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'].map(minor => `kubernetes-${minor}`),
  },
  { title: 'Contribute', pages: ['contributing', 'architecture'] },
];
