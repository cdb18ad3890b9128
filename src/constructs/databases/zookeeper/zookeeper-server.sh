#!/bin/bash
# Starts one member of a ZooKeeper ensemble.
#
# 1. I have data: I take part with the members that I remember.
# 2. I am empty and a member serves: I join, without a vote until I hold its data.
# 3. I am empty and so are all others: ordinal 0 begins, and the others follow it.
# In every other case I ask again. While I am empty I say so on a port of its own.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=zookeeper-common.sh
. /scripts/zookeeper-common.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

DATA=/data/zookeeper
CONFIG=/data/conf/zoo.cfg
waiting_room=

# A volume on which this member began counts as its data, even if it was killed before its first snapshot.
has_data() {
  [ -e /data/begun ] || compgen -G "$DATA/version-2/snapshot.*" >/dev/null || compgen -G "$DATA/version-2/log.*" >/dev/null
}

# A server of its own that holds nothing: whoever reaches it knows that this member is empty.
open_waiting_room() {
  mkdir -p /tmp/waiting
  printf '%s\n' "clientPort=$WAITING_PORT" "dataDir=/tmp/waiting/data" "admin.enableServer=false" "4lw.commands.whitelist=srvr" >/tmp/waiting/zoo.cfg
  SERVER_JVMFLAGS="-Xmx32m" zkServer.sh start-foreground /tmp/waiting/zoo.cfg >/dev/null 2>&1 &
  waiting_room=$!
}

close_waiting_room() {
  if [ -n "$waiting_room" ]; then
    kill "$waiting_room" 2>/dev/null || true
    wait "$waiting_room" 2>/dev/null || true
    waiting_room=
  fi
}

all_are_waiting() {
  for i in $(ordinals); do
    [ "$(mode_of "$(member "$i")" "$WAITING_PORT")" = standalone ] || return 1
  done
}

# Ordinal 0 keeps its waiting room open when it begins, so both of its ports answer.
zero_has_begun() {
  [ "$(mode_of "$(member 0)" "$WAITING_PORT")" = standalone ] && [ "$(four_letters "$(member 0)" "$CLIENT_PORT" ruok)" = imok ]
}

# Prints what a member that serves knows of the ensemble.
find_ensemble() {
  for i in $(ordinals); do
    if [ "$i" != "$ordinal" ] && [[ $(mode_of "$(member "$i")") =~ leader|follower ]]; then
      membership "$(member "$i")"
      return
    fi
  done
}

begin() {
  for i in $(ordinals); do server_line "$i" participant; done >/data/conf/members
  touch /data/begun
}

join() {
  echo "$1" | sed -E 's/(:(participant|observer))?;.*$/\1/; s/:(participant|observer)$//; s/$/:participant;0.0.0.0:'"$CLIENT_PORT"'/' >/data/conf/members
  if ! grep -q "^server\.$((ordinal + 1))=" /data/conf/members; then
    server_line "$ordinal" observer >>/data/conf/members
  fi
}

# Comes back once /data/conf/members says with whom this member takes part.
decide() {
  open_waiting_room
  while :; do
    ensemble=$(find_ensemble || true)
    if [ -n "$ensemble" ]; then
      say "joining the ensemble"
      close_waiting_room
      join "$ensemble"
      return
    elif [ "$ordinal" = 0 ] && all_are_waiting; then
      say "all $REPLICAS members are empty: beginning"
      begin
      return
    elif [ "$ordinal" != 0 ] && zero_has_begun; then
      say "member 0 has begun: beginning with it"
      close_waiting_room
      begin
      return
    fi
    say "waiting: I am empty and no member serves"
    sleep 1
  done
}

# ZooKeeper writes down a changed membership itself and points to it; that line is kept.
write_config() {
  members=$(sed -n 's/^dynamicConfigFile=//p' "$CONFIG" 2>/dev/null || true)
  {
    cat /scripts/zookeeper.cfg
    echo "DigestAuthenticationProvider.superDigest=super:$super"
    echo "dataDir=$DATA"
    echo "dynamicConfigFile=${members:-/data/conf/members}"
    if [ -n "${ZOO_TLS:-}" ]; then
      cat /tls/tls.key /tls/tls.crt >/tmp/member.pem
      cat /scripts/zookeeper-tls.cfg
    fi
    if [ -n "${ZOO_METRICS_PORT:-}" ]; then
      echo "metricsProvider.className=org.apache.zookeeper.metrics.prometheus.PrometheusMetricsProvider"
      echo "metricsProvider.httpPort=$ZOO_METRICS_PORT"
    fi
  } >"$CONFIG.new"
  mv "$CONFIG.new" "$CONFIG"
}

# Members prove to each other that they have the password. In a file, so that it is not seen in the list of processes.
write_login() {
  {
    printf 'QuorumServer {\n  org.apache.zookeeper.server.auth.DigestLoginModule required user_member="%s";\n};\n' "$quorum_password"
    printf 'QuorumLearner {\n  org.apache.zookeeper.server.auth.DigestLoginModule required username="member" password="%s";\n};\n' "$quorum_password"
  } >/tmp/jaas.conf
}

umask 077
check_password "$ZOO_SUPER_PASSWORD"
case $ZOO_SUPER_PASSWORD in
  *[[:blank:]\"\']*) say "the password may hold no blanks and quotes, for zkCli.sh reads them in its own way: write the Secret anew" >&2; exit 1 ;;
esac
quorum_password=$(password_for quorum "$ZOO_SUPER_PASSWORD")
# shellcheck disable=SC2059 # the digest is a format: bytes written in hexadecimal
super=$(printf "$(printf 'super:%s' "$ZOO_SUPER_PASSWORD" | sha1sum | cut -c1-40 | sed 's/../\\x&/g')" | base64)
[ "${#super}" = 28 ] || { say "no digest of the password could be made: is sha1sum missing?" >&2; exit 1; }

wait_for_own_name
mkdir -p "$DATA" /data/conf
[ -e "$DATA/myid" ] || echo $((ordinal + 1)) >"$DATA/myid"
if ! has_data; then
  rm -rf "$CONFIG" "$DATA/version-2"
  decide
fi
# The permission to start from nothing; ZooKeeper takes it away when it uses it.
if [ -e /data/begun ] && ! compgen -G "$DATA/version-2/snapshot.*" >/dev/null; then touch "$DATA/initialize"; fi
write_config

write_login
# Without permission an empty member has no vote. A member that comes back on another address is found at once.
# From 3.9.4 on members cannot log in to each other by password in FIPS mode, which is on by default.
export SERVER_JVMFLAGS="-Dzookeeper.fips-mode=false -Dzookeeper.db.autocreate=false -Dsun.net.inetaddr.ttl=1 -Dsun.net.inetaddr.negative.ttl=1 -Dzookeeper.fastleader.maxNotificationInterval=2000 -Djava.security.auth.login.config=/tmp/jaas.conf ${ZOO_JVM_FLAGS:-}"
/bin/bash /scripts/zookeeper-members.sh &
if [ -n "$waiting_room" ]; then
  # The others must see that I have begun until enough of them have begun, too.
  (while [ -z "$(mode_of 127.0.0.1)" ]; do sleep 1; done; kill "$waiting_room") &
fi
exec zkServer.sh start-foreground "$CONFIG"
