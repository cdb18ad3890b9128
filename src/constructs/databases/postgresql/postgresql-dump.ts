import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import { DumpMethod } from '../dump-method';
import { Members } from '../members';
import { SCRIPTS_PATH } from '../scripts';
import { secretVariable } from '../variables';

/** A copy of the files of the whole server, with the log that makes them consistent. */
export function postgresqlDump(members: Members<PostgreSqlClusterProps>, image: string, user: number): DumpMethod {
  const { tlsSecret } = members.props;
  return {
    image,
    user,
    files: members.scripts(['postgresql/postgresql-ask.sh', 'postgresql/postgresql-files.sh', 'scripts/choose-member.sh', 'postgresql/postgresql-dump.sh', 'postgresql/postgresql-restore-check.sh']),
    dumpCommand: ['bash', `${SCRIPTS_PATH}/postgresql-dump.sh`],
    restoreCommand: ['bash', `${SCRIPTS_PATH}/postgresql-restore-check.sh`],
    ...members.dumpAccess([
      secretVariable('PGPASSWORD', members.passwordSecret, 'replication'),
      ...tlsSecret ? [{ name: 'PGSSLMODE', value: 'verify-full' }, { name: 'PGSSLROOTCERT', value: '/tls/ca.crt' }] : [],
    ], ['ca.crt']),
  };
}
