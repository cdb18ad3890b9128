#!/bin/bash
# Ready is who has the segment of the log that the primary writes now, or the one before it.
set -euo pipefail

export PGUSER=replicator PGCONNECT_TIMEOUT=5
answer=$(psql --no-psqlrc --no-password --no-align --tuples-only --field-separator=' ' 'dbname=postgres replication=true' --command=IDENTIFY_SYSTEM)
read -r _ timeline position _ <<<"$answer"
# Segments have 16 MiB.
number=$((16#${position%/*} * 256 + (16#${position#*/} >> 24)))
for segment in $number $((number - 1)); do
  name=$(printf '%08X%08X%08X' "$timeline" $((segment / 256)) $((segment % 256)))
  if [ -e "/wal/$name" ] || [ -e "/wal/$name.partial" ]; then exit 0; fi
done
echo "the primary writes $name, which is not here" >&2
exit 1
