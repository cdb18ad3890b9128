#!/bin/sh
# Loads the dump in the directory $1 into a Redis server in the directory $2.
set -eu
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

cp "$1/dump.rdb" "$2/dump.rdb"
"$ENGINE-check-rdb" "$2/dump.rdb" >"$2/report" || { cat "$2/report"; exit 1; }
keys=$(sed -n 's/^\[info\] \([0-9]*\) keys read$/\1/p' "$2/report")

socket=$2/redis.sock
"$ENGINE-server" --port 0 --unixsocket "$socket" --dir "$2" --dbfilename dump.rdb --save '' --appendonly no &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT

# A server that cannot load the dump ends.
until "$ENGINE-cli" -s "$socket" PING 2>/dev/null | grep -q PONG; do
  kill -0 "$server" 2>/dev/null || { echo "the server did not come up" >&2; exit 1; }
  sleep 1
done

info() {
  "$ENGINE-cli" -s "$socket" INFO persistence | tr -d '\r' | sed -n "s/^$1://p"
}

# Keys whose time has come are left out when a server loads them.
loaded=$(($(info rdb_last_load_keys_loaded) + $(info rdb_last_load_keys_expired)))
[ "$loaded" = "$keys" ] || { echo "the dump has $keys keys, and the server found $loaded" >&2; exit 1; }
echo "a server came up with the dump's $keys keys"
