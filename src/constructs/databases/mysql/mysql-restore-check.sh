#!/bin/sh
# Loads the dump in the directory $1 into a MySQL server in the directory $2.
set -eu
# shellcheck source=sql-files.sh
. /scripts/sql-files.sh

dump=$1
directory=$2
socket=$directory/mysqld.sock

sql() {
  mysql --no-defaults --user=root --socket="$socket" --max-allowed-packet=1G --batch --skip-column-names
}

answer_to() {
  echo "$1;" | sql
}

mysqld --no-defaults --initialize-insecure --datadir="$directory/data" --tmpdir=/tmp --secure-file-priv=NULL
mysqld --no-defaults --datadir="$directory/data" --socket="$socket" --pid-file="$directory/pid" --tmpdir="$directory" --secure-file-priv=NULL \
  --skip-networking --mysqlx=OFF --skip-log-bin --event-scheduler=OFF --max-allowed-packet=1G --innodb-flush-log-at-trx-commit=0 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
until answer_to 'SELECT 1' >/dev/null 2>&1; do
  kill -0 "$server" 2>/dev/null || { echo "the server did not come up" >&2; exit 1; }
  sleep 1
done

tables=0
if [ -e "$dump/databases.sql.gz" ]; then
  tables=$(tables_in "$dump/databases.sql.gz")
  load_from "$dump/databases.sql.gz" sql
  load_from "$dump/events.sql.gz" sql
fi
restored=$(answer_to "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'
  AND TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
[ "$restored" = "$tables" ] || { echo "the dump has $tables tables, and the server $restored" >&2; exit 1; }
load_from "$dump/users.sql.gz" sql
echo "a server came up with the dump's $tables tables"
