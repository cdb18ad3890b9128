#!/bin/sh
# How a member of a Redis cluster asks another. Needs members.sh.

# Valkey has the same commands under another name.
if command -v valkey-server >/dev/null; then ENGINE=valkey; else ENGINE=redis; fi

PRIMARY_NAME=primary
REDIS_PORT=6379
SENTINEL_PORT=26379

# A member that hangs counts as one that is silent.
# REDISCLI_AUTH holds the password; REDIS_TLS is set where connections are encrypted.
ask_redis() {
  host=$1 port=$2
  shift 2
  if [ -n "${REDIS_TLS:-}" ]; then
    timeout 2 "$ENGINE-cli" -h "$host" -p "$port" --tls --cacert /tls/ca.crt --cert /tls/tls.crt --key /tls/tls.key "$@" 2>/dev/null
  else
    timeout 2 "$ENGINE-cli" -h "$host" -p "$port" "$@" 2>/dev/null
  fi
}

# What the Sentinel of a host knows: "EPOCH HOST", "nothing", or no output if it is silent.
known_primary() {
  ask_redis "$1" "$SENTINEL_PORT" SENTINEL MASTER "$PRIMARY_NAME" | tr -d '\r' | awk '
    /No such master/ { print "nothing"; exit }
    key == "" { key = $0; next }
    { value[key] = $0; key = "" }
    END { if ("config-epoch" in value) print value["config-epoch"], value["ip"] }'
}

# The role of the server of a host: master, slave, or no output if it is silent.
role_of() {
  ask_redis "$1" "$REDIS_PORT" ROLE | head -n 1 | grep -xE 'master|slave'
}

# A text as Redis' configuration files want it.
quoted() {
  printf '%s' "$1" | sed -e 's/["\\]/\\&/g' -e 's/.*/"&"/'
}

# Lines of a configuration file that both servers have.
tls_lines() {
  [ -n "${REDIS_TLS:-}" ] || return 0
  echo "tls-cert-file /tls/tls.crt"
  echo "tls-key-file /tls/tls.key"
  echo "tls-ca-cert-file /tls/ca.crt"
  echo "tls-replication yes"
  echo "tls-auth-clients optional"
}
