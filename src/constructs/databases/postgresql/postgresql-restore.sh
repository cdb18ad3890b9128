#!/bin/bash
# Makes the data of the first member anew, as they were at a point in time: a backup, and the log that was archived after it.
# Run it while no member runs. What was there stays beside it, as /data/pgdata.before-<time of the restore>.
# Arguments: the name of the backup, which must have ended before, the point in time, as in '2026-01-31 11:59:00+00', or '' for all that was archived, and
# where the log is, if that is not /wal.
# Needs HOSTS. The backups are in /backups, the data in /data.
set -euo pipefail
# shellcheck source=postgresql-files.sh
. /scripts/postgresql-files.sh

backup=/backups/$1 target=$2
wal=/wal
if [ $# -gt 2 ]; then wal=$3; fi
data=/data/pgdata new=/data/pgdata.restored

for member in $HOSTS; do
  # shellcheck disable=SC2016 # the words are those of the inner shell
  if timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/8008"' "$member" 2>/dev/null; then
    echo "$member still runs: scale the StatefulSet to 0 first" >&2
    exit 1
  fi
done
if [ -e "$data/postmaster.pid" ]; then
  echo "a server may still run in $data: it was not stopped in good order. If there is none, remove $data/postmaster.pid" >&2
  exit 1
fi
[ -e "$backup/SHA256SUMS" ] || { echo "there is no backup $1; there are: $(cd /backups && echo [0-9]*Z)" >&2; exit 1; }
(cd "$backup" && sha256sum --check --quiet SHA256SUMS)

rm -rf "$new"
unpack "$backup" "$new"
touch "$new/recovery.signal"
# The last segment of the log may not be full.
cat >"$new/postgresql.auto.conf" <<CONF
restore_command = 'for file in $wal/%f $wal/gap-*/%f $wal/%f.partial $wal/gap-*/%f.partial; do [ ! -e "\$file" ] || exec cp "\$file" "%p"; done; exit 1'
recovery_target_action = 'promote'
recovery_target_timeline = 'latest'
CONF
if [ -n "$target" ]; then echo "recovery_target_time = '$target'" >>"$new/postgresql.auto.conf"; fi
socket=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true' EXIT
bring_up "$new" "$socket"
until [ "$(psql --no-psqlrc -Atc 'SELECT pg_is_in_recovery()')" = f ]; do sleep 1; done
psql --no-psqlrc -Atc 'CHECKPOINT'
shut_down
: >"$new/postgresql.auto.conf"
pg_controldata "$new" | grep -E 'system identifier|TimeLineID|cluster state'
# What the agent remembers is of another history.
rm -rf /data/agent
# Other log than this was brought for the restore alone.
if [ "$wal" != /wal ]; then rm -rf "$wal"; fi
if [ -e "$data" ]; then mv "$data" "$data.before-$(date -u +%Y%m%dT%H%M%SZ)"; fi
mv "$new" "$data"
sync /data
echo "the data are those of ${target:-the end of the log}; start the members"
