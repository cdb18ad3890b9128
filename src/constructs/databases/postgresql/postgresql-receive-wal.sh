#!/bin/bash
# Receives the log of the primary as it is written, and keeps it in /wal for KEEP minutes.
# A slot of the primary keeps for a while what was missed while this was away. A new primary is followed by itself.
# Needs PGHOST, which leads to the primary, PGPASSWORD, that of the user `replicator`, and SLOT.
set -euo pipefail
# What was received is on the disk before this ends.
trap 'kill "${receiver:-}" 2>/dev/null; wait "${receiver:-}"; exit 143' TERM

WAL=/wal
export PGUSER=replicator PGCONNECT_TIMEOUT=5

say() {
  echo "$(date -u +%FT%TZ) $*"
}

# Segments that are older than they need to be. What tells of new time lines is small, and stays.
remove_old() {
  find "$WAL" -type f -regextype posix-extended -regex '.*/[0-9A-F]{24}((\.partial)?\.unknown-.*)?' -mmin "+$KEEP" -print -delete | sed 's/^/removed /'
  find "$WAL" -mindepth 1 -maxdepth 1 -type d \( -name 'gap-*' -o -name 'other-*' \) -mmin "+$KEEP" -exec rm -rf {} +
}

# What the primary has no more leaves a gap: the log goes on behind it, and only a backup that is taken from now on can be brought to a later time.
go_on_behind_gap() {
  local gap
  gap=$WAL/gap-$(date -u +%Y%m%dT%H%M%SZ)
  mkdir "$gap"
  find "$WAL" -maxdepth 1 -type f -regextype posix-extended -regex '.*/[0-9A-F]{24}(\.partial)?' -exec mv -t "$gap" {} +
  pg_receivewal --drop-slot --slot="$SLOT" || true
  say "GAP: the primary no longer has what was missed. Take a new backup now; what was received before is in $gap" >&2
}

# What was received and never became a part of the new time line: the last segment of the old one goes, and is asked for again.
forget_newest() {
  local newest
  newest=$(find "$WAL" -maxdepth 1 -type f -regextype posix-extended -regex '.*/[0-9A-F]{24}(\.partial)?' | sort | tail -n 1)
  say "the primary does not know the end of $newest, which is set aside"
  mv "$newest" "$newest.unknown-$(date -u +%Y%m%dT%H%M%SZ)"
}

# The log of another database, which was here before, has no place beside that of this one.
know_database() {
  local answer database aside
  answer=$(psql --no-psqlrc --no-password --no-align --tuples-only --field-separator=' ' 'dbname=postgres replication=true' --command=IDENTIFY_SYSTEM) || return 1
  read -r database _ <<<"$answer"
  [[ $database =~ ^[0-9]+$ ]] || { echo "the server did not say which database it has" >&2; return 1; }
  # On a volume that was full it may be empty.
  if [ -s "$WAL/system" ]; then
    if [ "$(cat "$WAL/system")" = "$database" ]; then return 0; fi
    aside=$WAL/other-$(cat "$WAL/system")-$(date -u +%Y%m%dT%H%M%SZ)
    mkdir "$aside" || return 1
    find "$WAL" -maxdepth 1 -type f -regextype posix-extended -regex '.*/([0-9A-F]{24}(\.partial)?|[0-9A-F]{8}\.history)' -exec mv -t "$aside" {} + || return 1
    say "this is another database than before, $database: what was received of the other one is in $aside"
  fi
  echo "$database" >"$WAL/system.new" && mv "$WAL/system.new" "$WAL/system"
}

(while :; do remove_old; sleep 600; done) &
errors=$(mktemp)
while :; do
  if know_database 2>"$errors" && pg_receivewal --no-password --create-slot --if-not-exists --slot="$SLOT" 2>"$errors"; then
    pg_receivewal --no-password --directory="$WAL" --slot="$SLOT" --no-loop --status-interval=2 2>"$errors" &
    receiver=$!
    wait "$receiver" || true
  fi
  cat "$errors" >&2
  case $(cat "$errors") in
    *'has already been removed'* | *'can no longer '* | *'has been invalidated'*) go_on_behind_gap ;;
    *"is not in this server's history"*) forget_newest ;;
  esac
  sleep 1
done
