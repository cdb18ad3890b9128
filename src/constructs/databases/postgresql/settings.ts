import { Size } from 'cdk8s';
import { RuledSettings, ruledSettingProblems } from './ruled-settings';
import type { Format } from '../../../kubernetes/formats/format';
import { mebibytes } from '../memory';

/** The name of a setting, with that of an extension before it where it is of one. */
export const SETTING_NAME: Format<string> = {
  family: 'name',
  mustBe: 'the name of a setting of postgresql.conf in lower case letters',
  fits: value => /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/.test(value),
};

/** Settings that nobody but the cluster itself may choose, and why. */
const RULED: RuledSettings = [
  [/^(primary_conninfo|primary_slot_name|recovery_.*|restore_command|archive_cleanup_command|promote_trigger_file|hot_standby)$/, 'the agent says whom a member follows'],
  [/^(synchronous_standby_names|synchronized_standby_slots)$/, "the agent keeps it in step with the Lease; write 'synchronousMembers' instead"],
  [/^(listen_addresses|port|unix_socket_.*|bonjour.*)$/, 'clients, probes and proxies are made for the ones of the cluster'],
  [/^(data_directory|config_file|hba_file|ident_file|external_pid_file|include|include_dir|include_if_exists)$/, 'the agent says where the files are'],
  [/^ssl(_.*)?$/, "write 'tlsSecret' instead"],
  [/^(fsync|full_page_writes|wal_log_hints|wal_level|zero_damaged_pages|ignore_checksum_failure|data_sync_retry)$/, 'without it acknowledged writes would be lost, or members could not follow each other'],
  [/^(max_wal_senders|max_replication_slots|wal_sender_timeout|wal_receiver_timeout|wal_receiver_status_interval)$/, 'members need as many connections, and lost ones must be noticed'],
  [/^(password_encryption|krb_.*|gss_.*)$/, 'clients log in with SCRAM'],
  [/^(logging_collector|log_destination|log_directory|log_filename|log_file_mode|event_source|syslog_.*)$/, 'the log is what kubectl logs prints'],
  [/^(huge_pages|dynamic_shared_memory_type|shared_memory_type)$/, 'containers have memory of one kind only'],
  [/^(allow_alter_system|allow_system_table_mods|archive_mode|archive_command|archive_library)$/, 'what stands in the data would come before what is said here'],
];

/** Levels of `synchronous_commit` that do not wait for another member. */
const WAITS_FOR_NOBODY = /^(off|local|false|no|0)$/i;

/** Why these settings cannot be chosen; an empty list means that they can. */
export function settingProblems(configuration: { readonly [setting: string]: string }): string[] {
  const { synchronous_commit: commit } = configuration;
  return [
    ...ruledSettingProblems(configuration, RULED),
    ...commit !== undefined && WAITS_FOR_NOBODY.test(commit)
      ? [`'configuration.synchronous_commit' must wait for another member, got '${commit}'; remove it, and write 'SET synchronous_commit TO off' in the sessions whose writes may be lost`]
      : [],
  ];
}

/** What the settings follow from. */
export interface ServerSize {
  /** The limit of the server's container. */
  readonly memory: Size;
  /** The volume. */
  readonly size: Size;
  readonly replicas: number;
  readonly tls: boolean;
}

/** What a server takes besides the members that follow it: copies, backups and whoever keeps its log, each with a spare one. */
const OTHER_FOLLOWERS = 8;

/** A quarter of the memory is for the server's own cache: the rest is for connections, and for the system's cache of files. */
export function sharedMemory(memory: Size): number {
  return Math.floor(mebibytes(memory) / 4);
}

/** Settings that the user did not choose, in PostgreSQL's words. */
function chosen({ memory, size, replicas, tls }: ServerSize): Record<string, string> {
  const all = mebibytes(memory);
  const volume = mebibytes(size);
  const megabytes = (least: number, share: number, most = Infinity) => `${Math.floor(Math.min(most, Math.max(least, share)))}MB`;
  return {
    shared_buffers: `${sharedMemory(memory)}MB`,
    effective_cache_size: megabytes(64, all * 0.7),
    maintenance_work_mem: megabytes(16, all / 16, 1024),
    work_mem: megabytes(4, all / 4 / 100),
    // Shared memory of parallel workers is in /dev/shm.
    dynamic_shared_memory_type: 'posix',
    huge_pages: 'off',
    min_wal_size: megabytes(80, volume / 100, 1024),
    max_wal_size: megabytes(256, volume / 10, 8192),
    // What a member that is away misses is kept for it; but a dead one must not fill the disk.
    wal_keep_size: megabytes(64, volume / 20, 4096),
    max_slot_wal_keep_size: megabytes(512, volume / 4),
    wal_level: 'replica',
    wal_log_hints: 'on',
    hot_standby: 'on',
    max_wal_senders: String(2 * replicas + OTHER_FOLLOWERS),
    max_replication_slots: String(2 * replicas + OTHER_FOLLOWERS),
    wal_sender_timeout: '10s',
    wal_receiver_timeout: '10s',
    wal_receiver_status_interval: '1s',
    // Connections of clients that have gone without a word.
    tcp_keepalives_idle: '60',
    tcp_keepalives_interval: '10',
    tcp_keepalives_count: '6',
    password_encryption: 'scram-sha-256',
    unix_socket_directories: '/run/postgresql',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_timezone: 'UTC',
    // The agent's copy of the key is the server's own, and nobody else may read it: the server asks for that.
    ...tls ? { ssl: 'on', ssl_cert_file: '/tls/tls.crt', ssl_key_file: '/data/agent/tls.key', ssl_ca_file: '/tls/ca.crt', ssl_min_protocol_version: 'TLSv1.2' } : {},
  };
}

/** The text of postgresql.conf, without what the agent rules. */
export function postgresqlConf(server: ServerSize, configuration: { readonly [setting: string]: string }): string {
  const settings = Object.entries({ ...chosen(server), ...configuration });
  return settings.map(([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n`).join('');
}
