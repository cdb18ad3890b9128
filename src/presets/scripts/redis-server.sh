#!/bin/sh
# Starts one member of a Redis cluster in the role that the others tell it.
#
# 1. A Sentinel of any member knows a primary: I follow it.
# 2. Nobody does, and I have data: I take up the role that I had.
# 3. Nobody does, I am empty, and so is every other member: ordinal 0 begins.
# In every other case I ask again. An empty member never serves as primary
# where another one may have data.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

CONFIG=/data/redis.conf
RESUME_AFTER=60

has_data() {
  [ -e "$CONFIG" ] || [ -e /data/appendonlydir ] || [ -e /data/dump.rdb ]
}

# Sets $primary to the primary that the newest configuration names, and $empty
# to the number of members that say that they have never had one.
ask_members() {
  primary='' epoch=-1 empty=0
  for i in $(ordinals); do
    answer=$(known_primary "$(member "$i")" || true)
    case $answer in
      '') ;;
      nothing) empty=$((empty + 1)) ;;
      *)
        if [ "${answer%% *}" -gt "$epoch" ]; then
          epoch=${answer%% *} primary=${answer#* }
        fi ;;
    esac
  done
}

# True if another member has a running server, so that its Sentinels can choose it.
another_runs() {
  for i in $(ordinals); do
    if [ "$i" != "$ordinal" ] && role_of "$(member "$i")" >/dev/null; then return 0; fi
  done
  return 1
}

# Prints the primary that I followed when I last ran; nothing if I was it.
last_primary() {
  awk '$1 == "replicaof" && $2 != "no" { print $2 }' "$CONFIG" 2>/dev/null | tr -d '"'
}

# Comes back once it is certain whom to follow; $primary is empty if I lead.
decide() {
  waited=0
  while :; do
    ask_members
    if [ -n "$primary" ] && [ "$primary" != "$me" ]; then
      say "following $primary"
      return
    elif [ -n "$primary" ]; then
      # A replica may hold acknowledged writes that my disk lost with the node.
      if has_data && { ! another_runs || [ "$waited" -ge "$RESUME_AFTER" ]; }; then
        say "the others name me primary and I have data: leading"
        primary=''
        return
      fi
      say "I am named primary, but the others shall choose another one first"
    elif [ "$empty" -gt 0 ] && has_data && [ "$(known_primary 127.0.0.1)" = nothing ]; then
      primary=$(last_primary)
      say "nobody knows a primary: taking up my last role (${primary:-primary})"
      return
    elif [ "$ordinal" = 0 ] && [ "$empty" = "$REPLICAS" ] && ! has_data; then
      say "all $REPLICAS members are empty: beginning as their primary"
      return
    else
      say "waiting: $empty of $REPLICAS members say that they are empty"
    fi
    sleep 1
    waited=$((waited + 1))
  done
}

write_config() {
  {
    if [ -n "${REDIS_TLS:-}" ]; then echo "port 0" && echo "tls-port $REDIS_PORT"; else echo "port $REDIS_PORT"; fi
    tls_lines
    echo "bind * -::*"
    echo "dir /data"
    echo "appendonly yes"
    echo "appendfsync everysec"
    echo "requirepass \"$REDISCLI_AUTH\""
    echo "masterauth \"$REDISCLI_AUTH\""
    echo "replica-announce-ip $me"
    # The primary of a minority takes no writes.
    echo "min-replicas-to-write $((REPLICAS / 2))"
    echo "min-replicas-max-lag 5"
    if [ -s /scripts/redis-extra.conf ]; then cat /scripts/redis-extra.conf; fi
    if [ -n "$primary" ]; then echo "replicaof $primary $REDIS_PORT"; fi
  } >"$CONFIG.new"
  chmod 600 "$CONFIG.new"
  mv "$CONFIG.new" "$CONFIG"
}

wait_for_own_name
decide
write_config
exec redis-server "$CONFIG"
