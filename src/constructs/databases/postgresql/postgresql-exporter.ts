import { Exporter } from '../exporters';

const PORT_OF_SERVER = 5432;

/** Metrics of PostgreSQL servers. The image that writes the login is that of the server. */
export function postgresqlExporter(image: string, tlsSecret?: string): Exporter {
  const address = (host: string) => `${host}:${PORT_OF_SERVER}`;
  return {
    image: 'prometheuscommunity/postgres-exporter:v0.17.1',
    user: 65534,
    port: 9187,
    login: { image, kind: 'postgresql', address },
    asking: (host, listen) => ({
      args: [`--web.listen-address=${listen}`],
      env: [
        { name: 'DATA_SOURCE_URI', value: `${address(host)}/postgres?sslmode=${tlsSecret ? 'verify-full&sslrootcert=/tls/ca.crt' : 'disable'}` },
        { name: 'DATA_SOURCE_USER', value: 'metrics' },
        { name: 'DATA_SOURCE_PASS_FILE', value: '/login/password' },
      ],
    }),
    secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls', keys: ['ca.crt'] }] : [],
  };
}
