import { Exporter } from './exporters';

const PORT_OF_SERVER = 3306;

/** Metrics of MySQL or MariaDB servers. The image is that of the server. */
export function mysqldExporter(image: string): Exporter {
  return {
    image: 'prom/mysqld-exporter:v0.17.2',
    user: 65534,
    port: 9104,
    asking: (host, listen) => ({
      args: [`--web.listen-address=${listen}`, `--mysqld.address=${host}:${PORT_OF_SERVER}`, '--config.my-cnf=/login/my.cnf'],
      env: [],
    }),
    login: { image, kind: 'mysql', address: host => `${host}:${PORT_OF_SERVER}` },
  };
}
