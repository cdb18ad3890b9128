#!/bin/bash
# Runs beside the server: notes when this member has become part of the ring, and
# remembers who the others are, so that one that loses its disk can be told.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh

# Writes a file at once or not at all.
note() {
  printf '%s\n' "$2" >"$1.new"
  mv "$1.new" "$1"
}

mkdir -p "$DATA/members"
while sleep 5; do
  if [ -e "$DATA/joining" ] || [ ! -s "$DATA/host-id" ]; then
    if [ ! -s "$DATA/host-id" ]; then
      id=$(own_host_id)
      if [ -n "$id" ]; then note "$DATA/host-id" "$id"; fi
    fi
    if [ -s "$DATA/host-id" ] && answers_clients; then
      rm -f "$DATA/joining"
      say "part of the ring as $(cat "$DATA/host-id")"
    fi
    continue
  fi
  for i in $(ordinals); do
    [ "$i" != "$ordinal" ] || continue
    id=$(ask "$(member "$i")" who) || continue
    id=${id#member }
    if [ "${#id}" = 36 ] && [ "$(cat "$DATA/members/$i" 2>/dev/null)" != "$id" ]; then note "$DATA/members/$i" "$id"; fi
  done
done
