import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import { ServerSize, postgresqlConf } from './settings';
import type { ConfigFile } from '../../options/config-file';
import { Members } from '../members';
import { script, scriptsIn } from '../scripts';
import { Wanted, wantedFiles } from '../wanted-files';

/** What postgresql-ensure.sh makes. */
export const WANTED: Wanted = { administrator: 'postgres', database: 'postgres', extension: 'sql', own: ['administrators', 'metrics'] };

/** The agent, which is written in Perl, for the image has it, and what it configures its server with. */
export function agentFiles(members: Members<PostgreSqlClusterProps>, server: ServerSize): ConfigFile[] {
  return [
    ...members.scripts(['scripts/passwords.sh', ...scriptsIn('postgresql', /\.p[lm]$/)]),
    { path: '/config/postgresql.conf', content: postgresqlConf(server, members.props.configuration ?? {}) },
    { path: '/config/pg_hba.conf', content: script(server.tls ? 'postgresql/pg_hba-tls.conf' : 'postgresql/pg_hba.conf') },
    { path: '/config/ensure.sh', content: script('postgresql/postgresql-ensure.sh'), executable: true },
    ...wantedFiles(members.props, WANTED),
  ];
}
