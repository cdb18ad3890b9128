#!/bin/bash
# Brings up a server in the directory $2 from the backup in the directory $1, and reads all that it holds.
set -euo pipefail
# shellcheck source=postgresql-files.sh
. /scripts/postgresql-files.sh

backup=$1 directory=$2
trap 'kill "${server:-}" 2>/dev/null || true' EXIT

rows() {
  psql --no-psqlrc --quiet --no-align --tuples-only --command="$1" "${@:2}"
}

unpack "$backup" "$directory/data"
bring_up "$directory/data" "$directory" -c fsync=off
tables=0
while read -r database; do
  pg_dump --dbname="$database" --file=/dev/null
  found=$(rows "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'information_schema'))" --dbname="$database")
  tables=$((tables + found))
done < <(rows 'SELECT datname FROM pg_database WHERE datallowconn ORDER BY datname')
shut_down
# Each page of tables and indexes, whether it was read or not.
pg_checksums --check --pgdata="$directory/data" >/dev/null
echo "a server came up with the backup's $tables tables"
