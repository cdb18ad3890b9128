export interface ExampleGroup {
  readonly title: string;
  /** Title by the name of the file, without `.ts`. */
  readonly examples: Readonly<Record<string, string>>;
}

/** All examples, in the order of the gallery. */
export const EXAMPLE_GROUPS: readonly ExampleGroup[] = [
  {
    title: 'First steps',
    examples: {
      'quickstart': 'Web servers with volumes on NFS',
      'redis': 'One Redis with its data',
      'mysql': 'One MySQL with its password',
      'httpd': 'Three web servers with DNS names',
      'nginx-dynamic': 'Web servers with volumes of the cluster',
      'deployment': 'An app without data',
    },
  },
  {
    title: 'Databases of several members',
    examples: {
      'redis-replication': 'Redis with Sentinel',
      'postgresql-cluster': 'PostgreSQL',
      'mariadb-replication': 'MariaDB with Galera',
      'zookeeper-ensemble': 'ZooKeeper',
      'rabbitmq-cluster': 'RabbitMQ',
      'mysql-replication': 'MySQL with Group Replication',
      'mongo-replica-set': 'MongoDB',
      'cassandra-ring': 'Cassandra',
      'database-backup': 'Backups, and proof that they restore',
      'database-snapshots': 'Snapshots of the volumes',
      'database-network-policy': 'Who may connect',
    },
  },
  {
    title: 'Where data lives',
    examples: {
      'nfs-httpd': 'A provisioner for an NFS server',
      'nfs-pages': 'A page of its own for each pod',
      'nfs-static': 'Volumes on NFS that are written down',
      'node-storage': 'Disks of nodes',
    },
  },
  {
    title: 'What is there already',
    examples: {
      'adoption': 'Taking over a StatefulSet',
      'adoption-from-helm': 'Taking over a release of Helm',
    },
  },
  {
    title: 'Running an app',
    examples: {
      'services': 'Three kinds of Services',
      'health-checks': 'Probes',
      'config-and-secret': 'Configuration and secrets',
      'placement': 'Where pods run',
      'autoscaling': 'More pods under load',
      'canary': 'A new version on one pod first',
      'scale-to-zero': 'To zero and back',
      'newer-kubernetes': 'What newer versions bring',
    },
  },
  {
    title: 'Jobs and agents',
    examples: {
      'job': 'A job',
      'cron-job': 'A job on a schedule',
      'node-agent': 'An agent on every node',
      'one-node': 'An agent on one node',
    },
  },
];
