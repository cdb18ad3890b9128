#!/bin/sh
# Starts one member of a MariaDB Galera cluster.
#
# 1. A member serves: I join it when no other one is joining; what I miss is
#    copied from it.
# 2. None serves, and members have data: once all have told their positions,
#    the one that is furthest ahead leads, and the others join it. (Those that
#    run without a majority settle it among themselves: mariadb-answers.sh.)
# 3. None serves, and all members are empty: ordinal 0 creates the database.
# In every other case I ask again. An empty member never leads where another
# one may have data.
set -eu
JOIN_ANYWAY_AFTER=300
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

# Says of this member what the others shall know until its server answers for itself.
tell() {
  echo "$*" >"$STATE.new"
  mv "$STATE.new" "$STATE"
}

# A copy that was broken off is no data; the next one begins anew.
has_data() {
  [ -e "$DATA/grastate.dat" ] && [ -d "$DATA/mysql" ] && [ ! -e "$DATA/sst_in_progress" ]
}

# The last transaction on this disk, as "UUID SEQNO", also after a crash.
position() {
  mariadbd --defaults-file=/tmp/my.cnf --wsrep-recover --log-error=/tmp/recovery.log >/dev/null 2>&1 || true
  sed -n 's/.*WSREP: Recovered position: *\([-0-9a-f]*\):\(-\{0,1\}[0-9]*\).*/\1 \2/p' /tmp/recovery.log | tail -n 1
}

# Sets what all members say: $primary, $apart and $joining to how many are so,
# the last without me, $empty and $waiting to how many have no data or some and
# wait, $leader to the ordinal of the waiting one that is furthest ahead,
# $strangers if their histories differ.
ask_members() {
  primary=0 apart=0 joining=0 empty=0 waiting=0 leader='' best=-2 history='' strangers=''
  for i in $(ordinals); do
    if [ "$i" = "$ordinal" ]; then answer=$(cat "$STATE"); else answer=$(answer_of "$(member "$i")" || true); fi
    case $answer in
      primary) primary=$((primary + 1)) ;;
      apart*) apart=$((apart + 1)) ;;
      joining) if [ "$i" != "$ordinal" ]; then joining=$((joining + 1)); fi ;;
      empty) empty=$((empty + 1)) ;;
      "at "*)
        waiting=$((waiting + 1))
        uuid=${answer#at } seqno=${answer##* }
        uuid=${uuid% *}
        if [ -n "$history" ] && [ "$uuid" != "$history" ]; then strangers=yes; fi
        history=$uuid
        if [ "$seqno" -gt "$best" ]; then best=$seqno leader=$i; fi ;;
    esac
  done
}

# True once I may join; until then I tell $1. A member that another one joins
# while it is being sent what it misses has holes in what it can send on, and
# Galera may choose it to send (MDEV-36621). So each says that it joins, looks
# whether another one does, and then steps back.
may_join() {
  if [ "$joining" = 0 ] || [ "$waited" -ge "$JOIN_ANYWAY_AFTER" ]; then
    tell joining
    ask_members
    if [ "$joining" = 0 ] || [ "$waited" -ge "$JOIN_ANYWAY_AFTER" ]; then return 0; fi
    tell "$1"
    # Not as long as the others, or all would step back again.
    sleep "$ordinal"
  fi
  return 1
}

# Comes back once it is certain what to do; sets $action to join, lead or create.
# Takes what to tell the others meanwhile.
decide() {
  waited=0
  while :; do
    ask_members
    if [ -e /data/lead-anyway ] && has_data; then
      say "an operator wants me to lead with what I have"
      rm /data/lead-anyway
      action=lead
      return
    elif [ "$primary" -gt 0 ]; then
      if may_join "$1"; then
        say "joining: $primary members serve"
        action='join'
        return
      fi
      say "waiting: $primary members serve and $joining others are joining them"
    elif [ -n "$strangers" ]; then
      say "waiting: the members hold different databases; remove the volume of the wrong ones"
    elif [ $((empty + waiting)) = "$REPLICAS" ] && [ "$leader" = "$ordinal" ]; then
      say "all members have told their positions, and mine ($best) is the furthest: leading"
      action=lead
      return
    elif [ "$empty" = "$REPLICAS" ] && [ "$ordinal" = 0 ]; then
      say "all $REPLICAS members are empty: creating the database"
      action=create
      return
    else
      say "waiting: $empty of $REPLICAS members are empty, $waiting have data and wait, $apart run without a majority, and none serves"
    fi
    sleep 1
    waited=$((waited + 1))
  done
}

addresses() {
  for i in $(ordinals); do printf '%s%s' "${comma:-}" "$(member "$i")"; comma=,; done
}

write_config() {
  # Members that are held up for a moment, all at the same time, must not take each other for dead:
  # once each has been alone, they have a majority again only when all are back. The other two must be longer than the first.
  provider="gmcast.listen_addr=tcp://0.0.0.0:4567;pc.recovery=false;gcache.size=256M;evs.suspect_timeout=PT10S;evs.inactive_timeout=PT30S;evs.install_timeout=PT15S"
  if [ -n "${MARIADB_TLS:-}" ]; then
    provider="$provider;socket.ssl_key=/tls/tls.key;socket.ssl_cert=/tls/tls.crt;socket.ssl_ca=/tls/ca.crt"
  fi
  {
    cat /scripts/mariadb.cnf
    if [ -n "${MARIADB_TLS:-}" ]; then cat /scripts/mariadb-tls.cnf; fi
    if [ -s /scripts/mariadb-extra.cnf ]; then cat /scripts/mariadb-extra.cnf; fi
    # The last section is that of the server again, whatever came before.
    printf '[mariadbd]\n'
    echo "wsrep_cluster_name=${POD_NAME%-*}"
    echo "wsrep_cluster_address=gcomm://$(addresses)"
    echo "wsrep_node_name=$POD_NAME"
    echo "wsrep_node_address=$me"
    echo "wsrep_provider_options=\"$provider\""
    echo "wsrep_sst_auth=sst:$sst_password"
    for file in /usr/lib/galera/libgalera_smm.so /usr/lib64/galera-4/libgalera_smm.so; do
      if [ -e "$file" ]; then echo "wsrep_provider=$file"; fi
    done
  } >/tmp/my.cnf
}

# The database appears under its name only when it is complete.
create_database() {
  rm -rf "$DATA" /data/new
  mariadb-install-db --no-defaults --datadir=/data/new --skip-test-db --auth-root-authentication-method=normal >/dev/null
  # Tells a later start that this is data, even if it comes before the first transaction.
  printf '# GALERA saved state\nversion: 2.1\nuuid:    00000000-0000-0000-0000-000000000000\nseqno:   -1\nsafe_to_bootstrap: 1\n' >/data/new/grastate.dat
  password=$(printf '%s' "$MYSQL_PWD" | sed "s/['\\\\]/\\\\&/g")
  {
    # Without a password, or of a host whose name the server never looks up: such accounts also stop a dump.
    echo "DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';"
    echo "DELETE FROM mysql.proxies_priv WHERE Host <> 'localhost';"
    echo "FLUSH PRIVILEGES;"
    # Not by echo, which gives a backslash a meaning in some shells.
    printf "ALTER USER 'root'@'localhost' IDENTIFIED BY '%s';\n" "$password"
    printf "CREATE USER 'root'@'%%' IDENTIFIED BY '%s';\n" "$password"
    echo "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;"
    # The server that sends a copy of all data reads its own data with it.
    echo "CREATE USER 'sst'@'localhost' IDENTIFIED BY '$sst_password';"
    echo "GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR ON *.* TO 'sst'@'localhost';"
    # Exporters log in with it: they see figures and no data.
    echo "CREATE USER 'metrics'@'%' IDENTIFIED BY '$metrics_password' WITH MAX_USER_CONNECTIONS 3;"
    echo "GRANT PROCESS, BINLOG MONITOR, SLAVE MONITOR ON *.* TO 'metrics'@'%';"
  } >/data/new/init.sql
  mv /data/new "$DATA"
}

umask 077
check_password "$MYSQL_PWD"
sst_password=$(password_for sst "$MYSQL_PWD")
metrics_password=$(password_for metrics "$MYSQL_PWD")
tell starting
wait_for_own_name
write_config
mkdir -p "$DATA"
# Process ids mean nothing in another container, and one of these may be taken again.
rm -f "$DATA/wsrep_sst.pid"
at='' answer=empty
if has_data; then
  at=$(position)
  answer="at $at"
fi
tell "$answer"
decide "$answer"
if [ "$action" != 'join' ]; then tell starting; fi

case $action in
  join)
    if [ -e "$COPY_ALL" ]; then
      say "copying all data from the others"
      sed -i 's/^seqno:.*/seqno:   -1/' "$DATA/grastate.dat"
      at=
    fi ;;
  create) create_database ;;
  lead) sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$DATA/grastate.dat" ;;
esac
rm -f "$COPY_ALL"
set -- --defaults-file=/tmp/my.cnf
if [ "$action" != join ]; then set -- "$@" --wsrep-new-cluster; fi
# With a known position a member is sent what it missed, and not everything.
if [ -n "$at" ]; then set -- "$@" --wsrep-start-position="${at% *}:${at##* }"; fi
if [ -e "$DATA/init.sql" ]; then set -- "$@" --init-file="$DATA/init.sql"; fi
if [ -e /config/wanted ]; then sh /scripts/mariadb-ensure.sh & fi
exec mariadbd "$@"
