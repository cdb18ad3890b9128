#!/bin/bash
# Starts one member of a Cassandra ring.
#
# 1. I have data: I rejoin the ring that I remember.
# 2. I am empty and a member of a ring answers: I join it. If the others
#    remember a dead member of my ordinal, I take its place and its data comes
#    from them. One joins at a time, the lowest ordinal first.
# 3. I am empty and so are all others: ordinal 0 begins the ring.
# In every other case I ask again. A member that is empty never names itself a
# seed where another one answers, for a seed fetches no data.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

export CASSANDRA_CONF=/tmp/conf HOME=/tmp CASSANDRA_LISTEN_ADDRESS=$POD_IP
AUTH_REPLICAS=3
SETUP_SECONDS=${SETUP_SECONDS:-600}

# What was begun and not finished is no data: see `joining`.
has_data() {
  [ -d "$DATA/data/system" ] && [ ! -e "$DATA/joining" ]
}

# Asks all others. Sets $members to the hosts of those in a ring, $ring to all
# that they say, $empty to how many are empty, $lower to an empty one that goes
# before me, $busy to one that is joining.
ask_members() {
  members=() ring='' empty=0 lower='' busy=''
  for i in $(ordinals); do
    [ "$i" != "$ordinal" ] || continue
    answer=$(ask "$(member "$i")" ring || true)
    case $answer in
      "member "*) members+=("$(member "$i")") ring+="$answer"$'\n' ;;
      empty)
        empty=$((empty + 1))
        if [ -z "$lower" ] && [ "$i" -lt "$ordinal" ]; then lower=$i; fi ;;
      joining) busy=$i ;;
    esac
  done
}

# Lines of the ring, each once, that a pattern fits.
lines() {
  grep -E "$1" <<<"$ring" | sort -u || true
}

# Members that answer and do not see each other may be two rings.
strangers() {
  local id
  for id in $(lines '^member ' | cut -d ' ' -f 2); do
    [ "$(grep -cE "^[UD][NLJM] .* $id\$" <<<"$ring")" -ge "${#members[@]}" ] || echo "$id"
  done
}

# Dead members of my ordinal, as "STATE ADDRESS HOST-ID".
former_selves() {
  local id
  for id in $(lines "^knows $ordinal " | cut -d ' ' -f 3); do lines "^[UD]N .* $id\$"; done
}

# Dead members whose ordinal nobody remembers, as addresses. One of them may be me.
unknown_dead() {
  local address id
  while read -r _ address id; do
    if ! grep -qE "^knows [0-9]+ $id\$" <<<"$ring"; then echo "$address"; fi
  done < <(lines '^DN ')
}

# Sets $action to begin, join, replace or rejoin, and $replaced, where a ring answers; fails if it is not the moment.
decide_with_ring() {
  local own stranger former unknown
  own=$(cat "$DATA/host-id" 2>/dev/null || true)
  if [ -z "$(lines '^[UD][NLJM] ')" ]; then say "waiting: no member can say whom it sees: nodetool status gives nothing within $NODETOOL_SECONDS s there"; return 1; fi
  stranger=$(strangers)
  if [ -n "$stranger" ]; then say "waiting: not all members see $stranger"; return 1; fi
  if [ -n "$own" ] && [ -n "$(lines "^[UD]N .* $own\$")" ]; then action=rejoin; return; fi
  if [ -n "$busy" ] || [ -n "$(lines '^[UD][JLM] ' | grep -v "${own:-none}" || true)" ]; then say "waiting: another member is joining or leaving"; return 1; fi
  if [ -n "$lower" ]; then say "waiting: member $lower goes first"; return 1; fi
  former=$(former_selves)
  case $former in
    '') ;;
    *$'\n'*) say "waiting: several dead members had my ordinal: remove all but one of them (nodetool removenode):" "${former//$'\n'/, }"; return 1 ;;
    "DN "*)
      read -r _ replaced _ <<<"$former"
      action=replace
      return ;;
    *) say "waiting: the others still take me for alive"; return 1 ;;
  esac
  unknown=$(unknown_dead)
  if [ -n "$unknown" ]; then
    if [ -s "$DATA/replace" ]; then replaced=$(cat "$DATA/replace") action=replace; return; fi
    say "waiting: nobody remembers who was at ${unknown//$'\n'/, }; if it was me, write its address to $DATA/replace, else remove it (nodetool removenode)"
    return 1
  fi
  action='join'
}

# Comes back once it is certain what to do.
decide() {
  while :; do
    ask_members
    if [ "${#members[@]}" -gt 0 ]; then
      if decide_with_ring; then return; fi
    elif [ "$ordinal" = 0 ] && [ "$empty" = $((REPLICAS - 1)) ]; then
      say "all $REPLICAS members are empty: beginning the ring"
      action=begin
      return
    else
      say "waiting: no ring answers, and $empty of the $((REPLICAS - 1)) others say that they are empty"
    fi
    sleep 2
  done
}

# The image's own configuration, but with passwords. Without them nothing starts.
write_config() {
  rm -rf "$CASSANDRA_CONF"
  mkdir "$CASSANDRA_CONF"
  cp -r /etc/cassandra/. "$CASSANDRA_CONF"
  sed -i -E '/^#/! { s/\bAllowAllAuthenticator$/PasswordAuthenticator/; s/\bAllowAllAuthorizer$/CassandraAuthorizer/ }' "$CASSANDRA_CONF/cassandra.yaml"
  grep -qE '^[^#]*\bPasswordAuthenticator$' "$CASSANDRA_CONF/cassandra.yaml" || { say "cassandra.yaml of the image is not as expected" >&2; exit 1; }
  if [ -n "${CASSANDRA_TLS:-}" ]; then write_tls_config; fi
}

# The settings of the image give way to those of cassandra-tls.yaml.
write_tls_config() {
  grep -q '^-----BEGIN PRIVATE KEY-----' /tls/tls.key || { say "tls.key must be PKCS#8, which begins with BEGIN PRIVATE KEY (cert-manager: privateKey.encoding: PKCS8)" >&2; exit 1; }
  cat /tls/tls.key /tls/tls.crt >/tmp/member.pem
  awk '/^[a-z]/ { dropped = /^(server|client)_encryption_options:/ } !dropped' "$CASSANDRA_CONF/cassandra.yaml" >/tmp/cassandra.yaml
  cat /tmp/cassandra.yaml /scripts/cassandra-tls.yaml >"$CASSANDRA_CONF/cassandra.yaml"
}

# Runs a statement as the given role, on this member only.
cql_as_default() { timeout 60 cqlsh -u cassandra -p cassandra 127.0.0.1; }
cql_as_admin() { timeout 60 cqlsh --credentials=/tmp/credentials -u admin 127.0.0.1; }

# Whether the last step of create_accounts took effect. cqlsh may fail although it did, and cannot ask afterwards: see there.
auth_is_replicated() {
  timeout 60 nodetool describecluster 2>/dev/null | grep -qF "system_auth -> Replication class: NetworkTopologyStrategy {dc1=$AUTH_REPLICAS}"
}

# Gives a new ring its user `admin` and takes the well-known one away, while nobody but this pod can reach it.
create_accounts() {
  local server deadline unused
  unused=$(head -c 24 /dev/urandom | sha256sum | cut -c 1-48)
  printf '[PlainTextAuthProvider]\nusername = admin\npassword = %s\n' "$CASSANDRA_PASSWORD" >/tmp/credentials
  CASSANDRA_RPC_ADDRESS=127.0.0.1 docker-entrypoint.sh cassandra -f &
  server=$!
  deadline=$((SECONDS + SETUP_SECONDS))
  until [ -e "$DATA/accounts" ]; do
    if ! kill -0 "$server" 2>/dev/null || [ "$SECONDS" -gt "$deadline" ]; then say "the server did not come up to be given its accounts" >&2; exit 1; fi
    sleep 3
    if cql_as_admin <<<'LIST ROLES;' >/dev/null 2>&1; then
      cql_as_admin <<<"ALTER ROLE cassandra WITH PASSWORD = '$unused' AND SUPERUSER = false AND LOGIN = false;" >/dev/null || continue
      # Last, for from then on one member alone lets nobody log in.
      touch "$DATA/last-account"
      cql_as_admin <<<"ALTER KEYSPACE system_auth WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': $AUTH_REPLICAS};" >/dev/null || true
    elif [ ! -e "$DATA/last-account" ]; then
      cql_as_default <<<"CREATE ROLE IF NOT EXISTS admin WITH PASSWORD = '$CASSANDRA_PASSWORD' AND SUPERUSER = true AND LOGIN = true;" >/dev/null 2>&1 || true
      continue
    fi
    if auth_is_replicated; then touch "$DATA/accounts"; fi
  done
  rm /tmp/credentials
  # It drains by itself, too, when it ends. Neither may hold the member up for ever.
  timeout 60 nodetool drain || true
  kill "$server"
  for _ in $(seq 60); do
    kill -0 "$server" 2>/dev/null || break
    sleep 1
  done
  kill -KILL "$server" 2>/dev/null || true
  wait "$server" || true
}

umask 077
check_password "$CASSANDRA_PASSWORD"
case $CASSANDRA_PASSWORD in
  *[!0-9A-Za-z._~-]*) say "the password may hold letters, digits and . _ ~ -, for cqlsh reads others in its own way: write the Secret anew" >&2; exit 1 ;;
esac
tell starting
wait_for_own_name
write_config
if [ -e "$DATA/left" ]; then
  say "I had left the ring, which holds what I held: joining as a new member"
  rm -rf "$DATA"/{data,commitlog,hints,saved_caches,cdc_raw,host-id,joining,members,accounts,last-account}
  rm "$DATA/left"
fi
(while :; do python3 /scripts/cassandra-answers.py || true; sleep 1; done) &

replaced=''
if has_data; then
  action=rejoin
elif [ "$(cat "$DATA/joining" 2>/dev/null || true)" = begin ]; then
  action=begin
else
  tell empty
  decide
fi

export CASSANDRA_SEEDS
case $action in
  begin)
    CASSANDRA_SEEDS=$me
    echo begin >"$DATA/joining"
    tell joining
    [ -e "$DATA/accounts" ] || create_accounts ;;
  join | replace)
    CASSANDRA_SEEDS=$(IFS=,; echo "${members[*]}")
    echo "$action" >"$DATA/joining"
    tell joining
    say "joining the ring${replaced:+ in the place of $replaced}" ;;
  rejoin)
    CASSANDRA_SEEDS=$(member 0),$(member 1)
    rm -f "$DATA/joining"
    tell starting ;;
esac
export JVM_EXTRA_OPTS="-Dsun.net.inetaddr.ttl=5 -Dsun.net.inetaddr.negative.ttl=1${replaced:+ -Dcassandra.replace_address_first_boot=$replaced}"
rm -f "$DATA/replace"
bash /scripts/cassandra-member.sh &
exec docker-entrypoint.sh cassandra -f
