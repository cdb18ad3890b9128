import { secretVariable } from './variables';
import type { Container } from '../../kubernetes/api/types.generated';

const IMAGE = 'prom/mysqld-exporter:v0.17.2';
const USER = 65534;
const PORT = 9104;

/** Metrics of a MySQL or MariaDB server in the same pod. */
export function mysqldExporter(passwordSecret: string): Container {
  return {
    name: 'metrics',
    image: IMAGE,
    args: ['--mysqld.address=127.0.0.1:3306', '--mysqld.username=root'],
    ports: [{ name: 'metrics', containerPort: PORT }],
    env: [secretVariable('MYSQLD_EXPORTER_PASSWORD', passwordSecret, 'password')],
    securityContext: { runAsUser: USER, runAsGroup: USER, readOnlyRootFilesystem: true },
  };
}
