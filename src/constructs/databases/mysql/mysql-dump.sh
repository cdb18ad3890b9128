#!/bin/sh
# Dumps all databases of MySQL, and its users, into the directory $1: from a
# member that only reads, or from the primary if there is no other. Needs
# HOSTS and MYSQL_PWD.
set -eu
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh
# shellcheck source=sql-files.sh
. /scripts/sql-files.sh
# shellcheck source=choose-member.sh
. /scripts/choose-member.sh

# A client of the host $2; with TLS it must be who it says it is.
client() {
  program=$1 host=$2
  shift 2
  if [ -n "${MYSQL_TLS:-}" ]; then set -- --ssl-mode=VERIFY_IDENTITY --ssl-ca=/tls/ca.crt "$@"; fi
  # shellcheck disable=SC2086 # none, or "timeout" and its argument
  ${patience:-} "$program" --no-defaults --user=root --host="$host" --port=3306 --protocol=TCP --max-allowed-packet=1G "$@"
}

# The rows that the statements of standard input give at the host $1.
sql() {
  client mysql "$1" --connect-timeout=5 --batch --raw --skip-column-names
}

# Sets $from to the member to dump, and $leader to the primary, or to the same
# if that is silent. A member that hangs counts as one that is silent.
choose() {
  from='' leader='' patience='timeout 10'
  for member in $HOSTS; do
    role=$(echo "SELECT ($STANDING), (SELECT MEMBER_ROLE FROM performance_schema.replication_group_members WHERE MEMBER_ID=@@server_uuid);" |
      sql "$member" 2>/dev/null) || role=silent
    case $role in
      serves*SECONDARY) from=${from:-$member} ;;
      serves*PRIMARY) leader=$member ;;
    esac
  done
  from=${from:-$leader} leader=${leader:-$from} patience=''
}

# Statements that make the users and roles, but for those that every member
# makes itself. A role can be a default one only when it exists and is granted.
# shellcheck disable=SC2016 # names are written in backquotes
users() {
  accounts=$(echo "SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.user WHERE User NOT LIKE 'mysql.%'
    AND CONCAT(User, '@', Host) NOT IN ('root@localhost', 'root@%', 'replication@%', 'metrics@%', 'proxy@%') ORDER BY User, Host;" | sql "$from") || return
  created=$({
    echo "SET SESSION print_identified_with_as_hex=ON;"
    echo "$accounts" | sed -n 's/..*/SHOW CREATE USER &;/p'
  } | sql "$from") || return
  granted=$(echo "$accounts" | sed -n 's/..*/SHOW GRANTS FOR &;/p' | sql "$from") || return
  {
    echo "$created" | sed -e 's/^CREATE USER /&IF NOT EXISTS /' -e 's/ DEFAULT ROLE \(,\{0,1\}`[^`]*`@`[^`]*`\)*//'
    echo "$granted"
    echo "$created" | sed -n 's/^CREATE USER \(`[^`]*`@`[^`]*`\).* DEFAULT ROLE \(\(,\{0,1\}`[^`]*`@`[^`]*`\)*\).*/ALTER USER \1 DEFAULT ROLE \2/p'
  } | sed -e '/^$/d' -e 's/$/;/'
  echo "-- Dump completed"
}

choose_in_time
echo "dumping $from"
dump_to "$1/users.sql.gz" users
names=$(echo "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema');" | sql "$from")
if [ -n "$names" ]; then
  # One name a line, whatever it holds.
  IFS='
'
  set -f
  # Where it is restored, transactions get numbers of their own; and so nobody need be locked out meanwhile.
  # shellcheck disable=SC2086
  dump_to "$1/databases.sql.gz" client mysqldump "$from" --single-transaction --quick --routines --triggers --hex-blob --set-gtid-purged=OFF --databases $names
  # Members that only read have every event disabled.
  # shellcheck disable=SC2086
  dump_to "$1/events.sql.gz" client mysqldump "$leader" --single-transaction --events --no-data --no-create-info --no-create-db --skip-triggers --set-gtid-purged=OFF \
    --databases $names
fi
