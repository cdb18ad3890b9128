#!/bin/sh
# Starts the MySQL server of one member, as one that is in no group yet and
# takes no writes. mysql-member.sh, which runs beside it, asks the others and
# then joins their group. An empty volume gets an empty database of its own:
# that is no group, and holds no transaction.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh

# The name of the group has the form of a UUID and is the same for all members.
group_name() {
  printf '%s' "$SERVICE.$POD_NAMESPACE" | md5sum | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/'
}

seeds() {
  for i in $(ordinals); do printf '%s%s:3306' "${comma:-}" "$(member "$i")"; comma=,; done
}

write_config() {
  {
    cat /scripts/mysql.cnf
    if [ -n "${MYSQL_TLS:-}" ]; then cat /scripts/mysql-tls.cnf; fi
    if [ -s /scripts/mysql-extra.cnf ]; then cat /scripts/mysql-extra.cnf; fi
    echo "server_id=$((ordinal + 1))"
    echo "report_host=$me"
    echo "loose_group_replication_group_name=$(group_name)"
    echo "loose_group_replication_local_address=$me:3306"
    echo "loose_group_replication_group_seeds=$(seeds)"
  } >/tmp/my.cnf
}

# The accounts are made on each member alike and are no transactions of the group.
accounts() {
  password=$(printf '%s' "$MYSQL_PWD" | sed "s/['\\\\]/\\\\&/g")
  echo "SET SQL_LOG_BIN=0;"
  # Not by echo, which gives a backslash a meaning in some shells.
  printf "ALTER USER 'root'@'localhost' IDENTIFIED BY '%s';\n" "$password"
  printf "CREATE USER 'root'@'%%' IDENTIFIED BY '%s';\n" "$password"
  echo "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;"
  echo "CREATE USER 'replication'@'%' IDENTIFIED BY '$replication_password';"
  echo "GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO 'replication'@'%';"
  # Exporters log in with it: they see figures and no data.
  echo "CREATE USER 'metrics'@'%' IDENTIFIED BY '$metrics_password';"
  echo "GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'metrics'@'%';"
  # The proxies ask with it who the primary is. It sees the names of the members and nothing else.
  echo "CREATE USER 'proxy'@'%' IDENTIFIED BY '';"
  echo "GRANT SELECT ON performance_schema.replication_group_members TO 'proxy'@'%';"
  echo "RESET BINARY LOGS AND GTIDS;"
  echo "SHUTDOWN;"
}

# The database appears under its name only when it is complete.
create_database() {
  say "the volume is empty: creating an empty database"
  rm -rf /data/new
  mysqld --defaults-file=/tmp/my.cnf --datadir=/data/new --super-read-only=OFF --initialize-insecure
  mysqld --defaults-file=/tmp/my.cnf --datadir=/data/new --skip-networking --super-read-only=OFF &
  server=$!
  while ! mysqladmin --no-defaults --user=root --socket="$SOCKET" ping >/dev/null 2>&1; do
    kill -0 "$server"
    sleep 1
  done
  accounts | MYSQL_PWD='' local_sql
  wait "$server"
  mv /data/new "$DATA"
}

# Sets $status once the server has ended; signals interrupt the shell's own waiting.
wait_for_server() {
  while :; do
    if wait "$server"; then status=0; else status=$?; fi
    if ! kill -0 "$server" 2>/dev/null; then return; fi
  done
}

umask 077
check_password "$MYSQL_PWD"
replication_password=$(replication_password)
metrics_password=$(password_for metrics "$MYSQL_PWD")
wait_for_own_name
write_config
server='' helper='' stopping=''
# shellcheck disable=SC2086 # those that run
trap 'stopping=yes; kill -TERM $helper $server 2>/dev/null' TERM INT
if [ ! -d "$DATA" ]; then create_database; fi

sh /scripts/mysql-member.sh &
helper=$!
if [ -e /config/wanted ]; then
  sh /scripts/mysql-ensure.sh &
  helper="$helper $!"
fi
# After it was sent a copy of the data the server ends with 16 and wants to be started again by this shell.
export MYSQLD_PARENT_PID=$$
while [ -z "$stopping" ]; do
  mysqld --defaults-file=/tmp/my.cnf &
  server=$!
  wait_for_server
  if [ "$status" != 16 ]; then exit "$status"; fi
  say "the server restarts with the data it was sent"
done
