#!/bin/sh
# Runs the Sentinel of one member. It answers from the first second on, so that
# the others can tell an empty member from one that is down, and it is told
# the primary once there is one.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

CONFIG=/data/sentinel.conf
QUORUM=$((REPLICAS / 2 + 1))
DOWN_AFTER=5000
# Where two Sentinels ask for votes at the same time each votes for itself, and nobody is elected. The next try is twice this later.
FAILOVER_TIMEOUT=5000

# What Sentinel wrote down about the cluster, without members that were scaled away.
memory() {
  [ -e "$CONFIG" ] || return 0
  awk -v name="$PRIMARY_NAME" -v quorum="$QUORUM" -v count="$REPLICAS" -v prefix="${POD_NAME%-*}-" '
    function gone(host) { gsub(/"/, "", host); sub(/\..*/, "", host); return index(host, prefix) == 1 && substr(host, length(prefix) + 1) + 0 >= count }
    $1 != "sentinel" { next }
    $2 == "myid" || $2 == "current-epoch" { print; next }
    $2 == "monitor" && $3 == name { $6 = quorum; print; next }
    ($2 == "config-epoch" || $2 == "leader-epoch") && $3 == name { print; next }
    ($2 == "known-replica" || $2 == "known-sentinel") && $3 == name && !gone($4) { print }' "$CONFIG"
}

write_config() {
  {
    if [ -n "${REDIS_TLS:-}" ]; then echo "port 0" && echo "tls-port $SENTINEL_PORT"; else echo "port $SENTINEL_PORT"; fi
    tls_lines
    echo "dir /tmp"
    # Not by echo, which gives a backslash a meaning in some shells.
    printf 'requirepass %s\nsentinel sentinel-pass %s\n' "$password" "$password"
    echo "sentinel resolve-hostnames yes"
    echo "sentinel announce-hostnames yes"
    echo "sentinel announce-ip \"$me\""
    echo "sentinel announce-port $SENTINEL_PORT"
    memory
    if grep -qs "^sentinel monitor $PRIMARY_NAME " "$CONFIG"; then
      printf 'sentinel auth-pass %s %s\n' "$PRIMARY_NAME" "$password"
      echo "sentinel down-after-milliseconds $PRIMARY_NAME $DOWN_AFTER"
      echo "sentinel failover-timeout $PRIMARY_NAME $FAILOVER_TIMEOUT"
    fi
  } >"$CONFIG.new"
  mv "$CONFIG.new" "$CONFIG"
}

# The primary that another Sentinel or my own server knows; no output if nobody does.
find_primary() {
  for i in $(ordinals); do
    answer=$(known_primary "$(member "$i")")
    case $answer in '' | nothing) ;; *) echo "${answer#* }"; return ;; esac
  done
  if [ "$(role_of 127.0.0.1)" = master ]; then echo "$me"; fi
}

# A Sentinel that notices that it was held up does not trust what it knows, and
# waits half a minute before it acts (TILT mode). All that it knows is new again
# after the time that it takes to hold a silent member for down, so that will do.
shorten_tilt() {
  until ask_redis 127.0.0.1 "$SENTINEL_PORT" SENTINEL DEBUG tilt-period "$DOWN_AFTER" >/dev/null; do sleep 1; done
}

# True while Sentinel and enough others hold the primary for dead.
primary_is_dead() {
  ask_redis 127.0.0.1 "$SENTINEL_PORT" SENTINEL MASTER "$PRIMARY_NAME" | tr -d '\r' | grep -A 1 -x flags | grep -q o_down
}

down_after() {
  ask_redis 127.0.0.1 "$SENTINEL_PORT" SENTINEL SET "$PRIMARY_NAME" down-after-milliseconds "$1"
}

# Sentinel never chooses a replica that lost its primary ten times down-after
# before Sentinel noticed, as when Sentinel was held up itself: a longer
# down-after lets it choose one all the same.
help_out() {
  dead=0
  while sleep 5; do
    if primary_is_dead; then
      dead=$((dead + 1))
      if [ "$dead" = 6 ]; then say "no replica was chosen for 30 s: widening the choice" && down_after 60000; fi
    elif [ "$dead" -ge 6 ]; then
      # Back to normal once there is a primary that answers.
      if ask_redis "$(known_primary 127.0.0.1 | cut -d ' ' -f 2)" "$REDIS_PORT" PING | grep -q PONG; then down_after "$DOWN_AFTER" && dead=0; fi
    else
      dead=0
    fi
  done
}

# Until Sentinel watches a primary: look for one and tell it.
introduce() {
  while sleep 1; do
    case $(known_primary 127.0.0.1) in '' | nothing) ;; *) return ;; esac
    found=$(find_primary)
    [ -n "$found" ] || continue
    ask_redis 127.0.0.1 "$SENTINEL_PORT" SENTINEL MONITOR "$PRIMARY_NAME" "$found" "$REDIS_PORT" "$QUORUM" &&
      # The last argument comes from standard input, so that it is not seen in the list of processes.
      printf '%s' "$REDISCLI_AUTH" | ask_redis 127.0.0.1 "$SENTINEL_PORT" -x SENTINEL SET "$PRIMARY_NAME" \
        down-after-milliseconds "$DOWN_AFTER" failover-timeout "$FAILOVER_TIMEOUT" auth-pass &&
      say "Sentinel watches $found"
  done
}

umask 077
check_password "$REDISCLI_AUTH"
password=$(quoted "$REDISCLI_AUTH")
wait_for_own_name
write_config
(set +e; shorten_tilt; introduce; help_out) &
exec "$ENGINE-sentinel" "$CONFIG"
