import type { PostgreSqlPoolerProps } from './postgresql-pooler-props';
import { RuledSettings, ruledSettingProblems } from './ruled-settings';
import type { Format } from '../../../kubernetes/formats/format';

/** Where PgBouncer listens: its usual port. */
export const POOLER_PORT = 6432;

/** Names and passwords of those who may log in; an init container writes it. */
export const USERLIST_PATH = '/run/pgbouncer';

/** Where the Secrets with certificates are: that of the pooler itself, and that of the database. */
export const OWN_TLS_PATH = '/tls';
export const DATABASE_TLS_PATH = '/database-tls';

/** The name of a setting of PgBouncer. */
export const POOLER_SETTING_NAME: Format<string> = {
  family: 'name',
  mustBe: 'the name of a setting of pgbouncer.ini in lower case letters',
  fits: value => /^[a-z][a-z0-9_]*$/.test(value),
};

/** Settings that nobody but the pooler itself may choose, and why. */
const RULED: RuledSettings = [
  [/^pool_mode$/, "write 'poolMode' instead"],
  [/^default_pool_size$/, "write 'defaultPoolSize' instead"],
  [/^max_client_conn$/, "write 'maxClientConnections' instead"],
  [/^(client|server)_tls_/, "write 'tlsSecret' instead"],
  [/^(listen_addr|listen_port|listen_backlog|unix_socket_.*|so_reuseport|peer_id)$/, 'Service and probes are made for the ones of the pooler'],
  [/^(auth_type|auth_file|auth_hba_file|auth_ident_file|auth_user|auth_query|auth_dbname|auth_ldap_options)$/, "those of 'users' log in with SCRAM"],
  [/^(logfile|syslog.*|pidfile|user|service_name|conffile|resolv_conf)$/, 'the pod says where the files are, and the log is what kubectl logs prints'],
];

/** Why these settings cannot be chosen; an empty list means that they can. */
export function poolerSettingProblems(configuration: { readonly [setting: string]: string }): string[] {
  return ruledSettingProblems(configuration, RULED);
}

/** The text of pgbouncer.ini. */
export function pgbouncerIni(host: string, port: number, databaseTls: boolean, props: Partial<PostgreSqlPoolerProps>): string {
  const { poolMode = 'transaction', defaultPoolSize = 20, maxClientConnections = 1000, tlsSecret, configuration = {} } = props;
  const settings = {
    listen_addr: '*',
    listen_port: POOLER_PORT,
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: `${USERLIST_PATH}/userlist.txt`,
    pool_mode: poolMode,
    default_pool_size: defaultPoolSize,
    max_client_conn: maxClientConnections,
    // Statements that a driver prepares work in each connection of the pool.
    max_prepared_statements: 200,
    // Drivers in Java set it when they connect.
    ignore_startup_parameters: 'extra_float_digits',
    // After a fail-over the new primary is asked for again at once; meanwhile clients wait.
    server_login_retry: 1,
    // A connection to a member that has just been lost gets no answer. By default 15 seconds would go by before another one is tried.
    server_connect_timeout: 5,
    ...databaseTls ? { server_tls_sslmode: 'verify-full', server_tls_ca_file: `${DATABASE_TLS_PATH}/ca.crt` } : { server_tls_sslmode: 'disable' },
    // Without an authority of clients PgBouncer wants that of the system, which an image may lack. It asks clients for no certificate.
    ...tlsSecret ? {
      client_tls_sslmode: 'require', client_tls_ca_file: `${OWN_TLS_PATH}/ca.crt`, client_tls_cert_file: `${OWN_TLS_PATH}/tls.crt`, client_tls_key_file: `${OWN_TLS_PATH}/tls.key`,
    } : {},
    ...configuration,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${`${name} = ${value}`.trimEnd()}\n`);
  return `[databases]\n* = host=${host} port=${port}\n\n[pgbouncer]\n${lines.join('')}`;
}
