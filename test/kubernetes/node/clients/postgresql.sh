#!/bin/bash
# Writes rows to PostgreSQL, one after the other. Needs DATABASE, a host, and PASSWORD; psql reads PGUSER and others.
export PGPASSWORD="${PASSWORD:?}" PGCONNECT_TIMEOUT=2
sql() {
  timeout 4 psql --no-psqlrc --quiet --host="$DATABASE" --command="$1" 2>&1
}
until sql 'CREATE TABLE IF NOT EXISTS entries (k text PRIMARY KEY)'; do sleep 0.5; done
for ((n = 0; ; n++)); do
  if answer=$(sql "INSERT INTO entries VALUES ('key-$n')"); then echo "ok key-$n $(date +%s%3N)"; else echo "no key-$n $answer" && sleep 0.2; fi
  sleep 0.05
done
