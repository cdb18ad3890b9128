#!/bin/bash
# Writes rows to MySQL or MariaDB, one after the other. Needs DATABASE, a host, and PASSWORD.
export MYSQL_PWD=$PASSWORD
client=$(command -v mariadb || command -v mysql)
sql() {
  timeout 4 "$client" --no-defaults --user=root --host="$DATABASE" --connect-timeout=2 --execute "$1" 2>&1
}
until sql 'CREATE DATABASE IF NOT EXISTS test; CREATE TABLE IF NOT EXISTS test.entries (k VARCHAR(64) PRIMARY KEY)'; do sleep 0.5; done
for ((n = 0; ; n++)); do
  if answer=$(sql "INSERT INTO test.entries VALUES ('key-$n')"); then echo "ok key-$n $(date +%s%3N)"; else echo "no key-$n $answer" && sleep 0.2; fi
  sleep 0.05
done
