#!/bin/sh
# Dumps all databases of MariaDB, and its users, into the directory $1. Needs HOSTS and MYSQL_PWD.
set -eu
# shellcheck source=sql-files.sh
. /scripts/sql-files.sh
# shellcheck source=choose-member.sh
. /scripts/choose-member.sh

# A client of the host that answers; with TLS it must be who it says it is.
client() {
  program=$1
  shift
  if [ -n "${MARIADB_TLS:-}" ]; then set -- --ssl-ca=/tls/ca.crt --ssl-verify-server-cert "$@"; fi
  "$program" --no-defaults --user=root --host="$from" --max-allowed-packet=1G "$@"
}

sql() {
  client mariadb --connect-timeout=5 --batch --skip-column-names --execute "$1"
}

# A member that is ready holds all data.
choose() {
  for from in $HOSTS; do
    if sql "SHOW GLOBAL STATUS LIKE 'wsrep_ready'" | grep -q ON; then return; fi
  done
  from=''
}

choose_in_time
echo "dumping $from"
names=$(sql "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
dump_to "$1/users.sql.gz" client mariadb-dump --system=users --insert-ignore
if [ -n "$names" ]; then
  # One name a line, whatever it holds.
  IFS='
'
  set -f
  # shellcheck disable=SC2086
  dump_to "$1/databases.sql.gz" client mariadb-dump --single-transaction --quick --routines --events --triggers --hex-blob --databases $names
fi
