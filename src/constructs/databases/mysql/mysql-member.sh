#!/bin/sh
# Runs beside the server and keeps it in the group.
#
# 1. A member serves: I join it; what I miss is copied from it.
# 2. None serves, and all have told their positions: the one that holds all
#    that the others hold leads, the lowest of equals. In a new cluster all are
#    empty, so that is ordinal 0.
# In every other case I ask again. An empty member never leads where another
# one may have data.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh

# Statements that may take long; what the server answers to them belongs in the log.
change() {
  printf '%s;\n' "$1" | timeout 900 mysql --no-defaults --user=root --socket="$SOCKET" --batch --skip-column-names 2>&1
}

# True if every transaction of the first position is in the second.
within() {
  case $1$2 in *[!0-9A-Za-z_:,-]*) return 1 ;; esac
  [ "$(sql "SELECT GTID_SUBSET('$1','$2')")" = 1 ]
}

# Sets $serving and $waiting to how many others are so, $leading if I hold all
# that those who wait hold, and $stranger to one that holds what I do not, and lacks what I do.
ask_members() {
  serving=0 waiting=0 leading=yes stranger=''
  mine=$(sql "$POSITION")
  case $mine in has:*) mine=${mine#has:} ;; *) leading='' mine='' ;; esac
  for i in $(ordinals); do
    if [ "$i" = "$ordinal" ]; then continue; fi
    # shellcheck disable=SC2046 # two words
    set -- $(answer_of "$(member "$i")")
    theirs=${2:-}
    theirs=${theirs#has:}
    case "$*" in
      'serves '*) serving=$((serving + 1)) ;;
      'out has:'*)
        waiting=$((waiting + 1))
        if within "$theirs" "$mine"; then
          if [ "$i" -lt "$ordinal" ] && within "$mine" "$theirs"; then leading=''; fi
        else
          leading=''
          if ! within "$mine" "$theirs"; then stranger=$i; fi
        fi ;;
    esac
  done
}

# Sets $action to what this member is to do: join, lead or wait.
decide() {
  ask_members
  action='wait'
  if [ "$serving" -gt 0 ]; then
    action='join'
    say "joining: $serving members serve"
  elif [ -e /data/lead-anyway ] && [ -n "$mine" ]; then
    rm /data/lead-anyway
    action='lead anyway'
    say "an operator wants me to lead with what I have"
  elif [ "$waiting" = $((REPLICAS - 1)) ] && [ -n "$leading" ]; then
    action=lead
    say "all members are in no group, and none holds what I do not (${mine:-nothing}): leading"
  elif [ -n "$stranger" ]; then
    say "waiting: member $stranger and I hold different transactions; remove the volume of the wrong one"
  else
    say "waiting: none serves, and $waiting of the $((REPLICAS - 1)) others have told what they hold"
  fi
}

# An empty member is sent a copy of everything; one with data what it misses, if a member still has that.
join_group() {
  threshold=9223372036854775807
  if [ -z "$mine" ]; then threshold=1; fi
  change "STOP GROUP_REPLICATION"
  change "SET GLOBAL group_replication_bootstrap_group=OFF;
    SET GLOBAL group_replication_clone_threshold=$threshold;
    START GROUP_REPLICATION USER='replication', PASSWORD='$replication_password'" ||
    say "could not join; if the server says above that I have more transactions than the group, and nobody needs them, remove my volume"
}

lead_group() {
  change "STOP GROUP_REPLICATION"
  change "SET GLOBAL group_replication_bootstrap_group=ON;
    START GROUP_REPLICATION USER='replication', PASSWORD='$replication_password'" ||
    say "could not lead"
  # Whatever came of it: who leads twice makes a second group.
  change "SET GLOBAL group_replication_bootstrap_group=OFF"
}

# A member that had left the group was closed to clients, and is opened when it is back.
replication_password=$(replication_password) || exit 1
agreed=0 last=''
while sleep 1; do
  now=$(standing)
  if [ "$now" = serves ] && [ "$last" != serves ]; then
    say "serving"
    sql "SET GLOBAL offline_mode=OFF"
  fi
  last=$now
  if [ "$now" != out ]; then
    agreed=0
    continue
  fi
  decide
  # Members are asked one after the other, so one may have changed meanwhile: leading needs two rounds that agree.
  if [ "$action" = lead ]; then agreed=$((agreed + 1)); else agreed=0; fi
  case $action in
    'join') join_group ;;
    'lead anyway') lead_group ;;
    lead) if [ "$agreed" -ge 2 ]; then lead_group; fi ;;
  esac
done
