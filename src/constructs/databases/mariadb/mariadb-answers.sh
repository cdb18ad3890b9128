#!/bin/sh
# Answers the other members for as long as the pod lives, and helps where Galera
# does not help itself: members that all run and have lost their majority, as
# when too many were restarted at once, and a member that has left the others.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh

# True if a silent member was scaled away: it has no pod, and a member of a newer number knows nothing of it.
is_gone() {
  ! getent hosts "$(member "$1")" >/dev/null || return 1
  for j in $(ordinals); do
    count=$(count_of "$(member "$j")")
    if [ -n "$count" ] && [ "$1" -ge "$count" ]; then return 0; fi
  done
  return 1
}

# True if no member serves and all have told their positions. Then $first is the
# first of those furthest ahead that runs; empty if one that waits is further.
all_have_told() {
  best=-2 first='' silent=''
  for i in $(ordinals); do
    answer=$(answer_of "$(member "$i")")
    case $answer in
      apart*) if [ "${answer##* }" -gt "$best" ]; then best=${answer##* } first=$i; fi ;;
      at*) if [ "${answer##* }" -gt "$best" ]; then best=${answer##* } first=; fi ;;
      empty) ;;
      '') silent="$silent $i" ;;
      *) return 1 ;;
    esac
  done
  for i in $silent; do is_gone "$i" || return 1; done
}

# What all say must hold for a while, for members tell one after the other.
settle() {
  if ! all_have_told; then
    agreed=0
  elif [ "$first" = "$ordinal" ]; then
    agreed=$((agreed + 1))
    if [ "$agreed" -ge 3 ]; then
      say "no member has a majority, all have told their positions, and mine is the furthest: leading"
      sql "SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'"
      agreed=0
    fi
  elif [ -z "$first" ]; then
    agreed=$((agreed + 1))
    if [ "$agreed" -ge 3 ]; then
      say "no member has a majority, and one that waits is the furthest: waiting, too"
      sql "SET SESSION wsrep_on=OFF; SHUTDOWN"
      agreed=0
    fi
  else
    agreed=0
  fi
}

help_out() {
  agreed=0 left=0
  while sleep 5; do
    case $(wsrep cluster_status) in
      '' | Primary) agreed=0 left=0; continue ;;
      Disconnected) left=$((left + 1)) ;;
      *) left=0 ;;
    esac
    # Galera leaves when it was sent only a part of what it misses, and says "node restart required".
    if [ "$left" -ge 3 ]; then
      say "this member has left the others: starting it anew with a copy of all data"
      touch "$COPY_ALL"
      sql "SET SESSION wsrep_on=OFF; SHUTDOWN"
      left=0
    fi
    settle
  done
}

help_out &
exec socat TCP-LISTEN:4569,reuseaddr,fork,max-children=16 EXEC:'sh /scripts/mariadb-answer.sh'
