import { SqlJsStatic } from 'sql.js';
import { GtidSet } from './gtid-set';

export type State = 'ONLINE' | 'RECOVERING' | 'ERROR' | 'OFFLINE' | 'UNREACHABLE';

/** A row of replication_group_members. */
export interface MemberRow { readonly uuid: string; readonly host: string; readonly state: State; readonly role: string }

/** Answers a query out of the tables and variables that a server has, as `mysql --batch --skip-column-names` prints it. */
export function select(engine: SqlJsStatic, server: { uuid: string; executed: string; received: string; rows: MemberRow[] }, query: string): string {
  const db = new engine.Database();
  try {
    db.run("ATTACH ':memory:' AS performance_schema");
    db.run('CREATE TABLE performance_schema.replication_group_members (MEMBER_ID, MEMBER_HOST, MEMBER_STATE, MEMBER_ROLE)');
    server.rows.forEach(({ uuid, host, state, role }) => db.run('INSERT INTO performance_schema.replication_group_members VALUES (?,?,?,?)', [uuid, host, state, role]));
    db.run('CREATE TABLE performance_schema.replication_group_member_stats (MEMBER_ID, COUNT_TRANSACTIONS_REMOTE_IN_APPLIER_QUEUE)');
    db.run('CREATE TABLE performance_schema.replication_connection_status (CHANNEL_NAME, RECEIVED_TRANSACTION_SET)');
    db.run("INSERT INTO performance_schema.replication_connection_status VALUES ('group_replication_applier', ?)", [server.received]);
    db.create_function('GTID_SUBSET', (a: string, b: string) => Number(GtidSet.parse(a).within(GtidSet.parse(b))));
    const [result] = db.exec(query.replace(/@@server_uuid/g, `'${server.uuid}'`).replace(/@@GLOBAL\.gtid_executed/g, `'${server.executed}'`));
    return (result?.values ?? []).map(row => row.map(String).join('\t')).join('\n');
  } finally {
    db.close();
  }
}
