#!/bin/sh
# Before a primary stops: hand over to a replica. Writes wait meanwhile, so that
# none is acknowledged that the new primary does not have.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

PAUSE_MILLISECONDS=50000

# True once a replica has all that was ever written here. Writes are paused, so it stays so.
handed_on() {
  ask_redis 127.0.0.1 "$REDIS_PORT" INFO replication | tr -d '\r' | awk -F '[:,=]' '
    /^slave[0-9]+:/ { for (i = 2; i < NF; i++) if ($i == "offset" && $(i + 1) > furthest) furthest = $(i + 1) }
    /^master_repl_offset:/ { all = $2 }
    END { exit !(all != "" && furthest >= all) }'
}

[ "$(role_of 127.0.0.1)" = master ] || exit 0
ask_redis 127.0.0.1 "$REDIS_PORT" CLIENT PAUSE "$PAUSE_MILLISECONDS" WRITE >/dev/null
for _ in $(seq 1 20); do
  if handed_on; then break; fi
  sleep 0.2
done

for i in $(ordinals); do
  if [ "$i" = "$ordinal" ]; then continue; fi
  if ask_redis "$(member "$i")" "$SENTINEL_PORT" SENTINEL FAILOVER "$PRIMARY_NAME" | grep -q OK; then
    for _ in $(seq 1 60); do
      leader=$(known_primary "$(member "$i")" || true)
      if [ -n "$leader" ] && [ "${leader#* }" != "$me" ]; then exit 0; fi
      sleep 0.2
    done
  fi
done
# Nobody takes over. What waits is refused when the server stops.
