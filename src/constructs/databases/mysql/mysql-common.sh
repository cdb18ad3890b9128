#!/bin/sh
# How a member of a MySQL group asks itself and the others. Needs members.sh.

# shellcheck source=passwords.sh
. /scripts/passwords.sh

# shellcheck disable=SC2034 # for the scripts that read these
DATA=/data/mysql
SOCKET=/run/mysqld/mysqld.sock

# The SQL of standard input, run as root on the member's own server. MYSQL_PWD
# holds the password, so that neither is seen in the list of processes.
local_sql() {
  mysql --no-defaults --user=root --socket="$SOCKET" --batch --skip-column-names
}

# One statement on the member's own server; nothing if it does not answer soon.
sql() {
  printf '%s;\n' "$1" | timeout 5 mysql --no-defaults --user=root --socket="$SOCKET" --batch --skip-column-names 2>/dev/null
}

# The same on another member.
ask_mysql() {
  set -- "$1" "$2" --no-defaults --user=root --host="$1" --port=3306 --protocol=TCP --connect-timeout=2 --batch --skip-column-names
  if [ -n "${MYSQL_TLS:-}" ]; then set -- "$@" --ssl-mode=VERIFY_CA --ssl-ca=/tls/ca.crt; fi
  (statement=$2; shift 2; printf '%s;\n' "$statement" | timeout 4 mysql "$@" 2>/dev/null)
}

# How a member stands to the group, as it sees it itself:
# serves: with a majority · joins: copies what it misses · apart: without a majority · out: in no group
STANDING="SELECT CASE
  WHEN IFNULL(SUM(MEMBER_ID=@@server_uuid AND MEMBER_STATE IN ('ONLINE','RECOVERING')),0)=0 THEN 'out'
  WHEN 2*SUM(MEMBER_STATE IN ('ONLINE','RECOVERING'))<=COUNT(*) THEN 'apart'
  WHEN SUM(MEMBER_ID=@@server_uuid AND MEMBER_STATE='ONLINE')=1 THEN 'serves'
  ELSE 'joins' END
  FROM performance_schema.replication_group_members"

# All transactions that a member holds, as "has:" and a set of GTIDs: those that it has
# executed, and those that the group agreed on and it has received but not executed.
POSITION="SELECT CONCAT('has:', REPLACE(CONCAT_WS(',', NULLIF(@@GLOBAL.gtid_executed,''),
  (SELECT NULLIF(RECEIVED_TRANSACTION_SET,'') FROM performance_schema.replication_connection_status
  WHERE CHANNEL_NAME='group_replication_applier')), '\\n', ''))"

# How this member stands to the group; nothing if its server is down.
standing() {
  sql "$STANDING"
}

# What another member says of itself, as "STANDING POSITION"; nothing if it is
# silent. One row, so that half an answer is none.
answer_of() {
  ask_mysql "$1" "SELECT ($STANDING), ($POSITION)"
}

# Members copy from each other with a password of their own, made from that of root. MySQL takes 32 characters there.
replication_password() {
  password_for replication "$MYSQL_PWD" | cut -c 1-32
}
