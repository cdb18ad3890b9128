#!/bin/sh
# Starts one member of a Redis cluster in the role that the others tell it.
#
# 1. A Sentinel of any member knows a primary: I follow it.
# 2. Nobody does, and I have data: I take up the role that I had.
# 3. Nobody does, I am empty, and so is every other member: ordinal 0 begins.
# In every other case I ask again. An empty member never serves as primary
# where another one may have data, nor one whose first copy is not complete.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh
# shellcheck source=redis-users.sh
. /scripts/redis-users.sh

CONFIG=/data/redis.conf
# Stands beside data that is not a whole copy of the primary's yet.
INCOMPLETE=/data/incomplete
RESUME_AFTER=60

has_data() {
  [ ! -e "$INCOMPLETE" ] || return 1
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

# True if the server of another member leads, or has followed since it started: it may
# hold what my disk lost with the node, and its Sentinel can choose it. One that itself
# started anew has no more than I have.
another_went_on() {
  for i in $(ordinals); do
    if [ "$i" != "$ordinal" ] && ask_redis "$(member "$i")" "$REDIS_PORT" INFO replication | tr -d '\r' | awk -F : '
      $1 == "role" && $2 == "master" { found = 1 }
      $1 == "slave_repl_offset" && $2 > 1 { found = 1 }
      END { exit !found }'; then return 0; fi
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
      if has_data && { ! another_went_on || [ "$waited" -ge "$RESUME_AFTER" ]; }; then
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
    # Not by echo, which gives a backslash a meaning in some shells.
    printf 'requirepass %s\nmasterauth %s\n' "$password" "$password"
    # Exporters log in with it: they see figures and no data, and no configuration, in which the password stands.
    echo "user metrics on >$metrics_password -@all +info +ping +client|setname +latency|latest +latency|histogram +slowlog|len"
    if [ -n "$users" ]; then printf '%s\n' "$users"; fi
    echo "replica-announce-ip $me"
    # The primary of a minority takes no writes.
    echo "min-replicas-to-write $((REPLICAS / 2))"
    echo "min-replicas-max-lag 5"
    if [ -e "$INCOMPLETE" ]; then echo "replica-priority 0"; fi
    if [ -s /scripts/redis-extra.conf ]; then cat /scripts/redis-extra.conf; fi
    if [ -n "$primary" ]; then echo "replicaof $primary $REDIS_PORT"; fi
  } >"$CONFIG.new"
  mv "$CONFIG.new" "$CONFIG"
}

# True once all that the primary has is here, and on the disk.
copied() {
  ask_redis 127.0.0.1 "$REDIS_PORT" INFO | tr -d '\r' | awk -F : '
    { value[$1] = $2 }
    END { exit !(value["master_link_status"] == "up" && value["loading"] == 0 && value["aof_rewrite_in_progress"] == 0 &&
      value["aof_rewrite_scheduled"] == 0 && value["aof_last_bgrewrite_status"] == "ok") }'
}

# Sentinel takes a replica that is empty for as good as one that only started anew, so it must
# not choose from those that have never had everything.
become_eligible() {
  until copied; do sleep 1; done
  rm -f "$INCOMPLETE"
  until ask_redis 127.0.0.1 "$REDIS_PORT" CONFIG SET replica-priority 100 | grep -q OK; do sleep 1; done
  say "all is copied: Sentinel may choose me"
}

umask 077
check_password "$REDISCLI_AUTH"
password=$(quoted "$REDISCLI_AUTH")
metrics_password=$(password_for metrics "$REDISCLI_AUTH")
users=$(user_lines)
wait_for_own_name
decide
if [ -z "$primary" ]; then rm -f "$INCOMPLETE"; elif ! has_data; then touch "$INCOMPLETE"; fi
write_config
if [ -e "$INCOMPLETE" ]; then (set +e; become_eligible) & fi
if [ -s "$USERS" ]; then (set +e; keep_passwords "$users") & fi
exec "$ENGINE-server" "$CONFIG"
