import { Exporter } from './exporters';
import { Members } from './members';
import { secretVariable } from './variables';

const PORT_OF_SERVER = 3306;

/** Metrics of MySQL or MariaDB servers. */
export function mysqldExporter({ passwordSecret }: Members): Exporter {
  return {
    image: 'prom/mysqld-exporter:v0.17.2',
    user: 65534,
    port: 9104,
    asking: host => ({
      args: [`--mysqld.address=${host}:${PORT_OF_SERVER}`, '--mysqld.username=root'],
      env: [secretVariable('MYSQLD_EXPORTER_PASSWORD', passwordSecret, 'password')],
    }),
  };
}
