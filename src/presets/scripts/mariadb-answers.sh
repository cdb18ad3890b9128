#!/bin/sh
# Answers the other members for as long as the pod lives, and helps where Galera
# does not help itself: members that all run and have lost their majority, as
# when too many were restarted at once, and a member that has left the others.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh

# True if no member serves, all have told their positions, and of those furthest ahead this is the first that runs.
should_lead() {
  counted=0 best=-2 first=
  for i in $(ordinals); do
    answer=$(answer_of "$(member "$i")")
    case $answer in
      apart*)
        counted=$((counted + 1))
        if [ "${answer##* }" -gt "$best" ]; then best=${answer##* } first=$i; fi ;;
      at*)
        counted=$((counted + 1))
        if [ "${answer##* }" -gt "$best" ]; then best=${answer##* } first=; fi ;;
      empty) counted=$((counted + 1)) ;;
      *) return 1 ;;
    esac
  done
  [ "$counted" = "$REPLICAS" ] && [ "$first" = "$ordinal" ]
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
    if should_lead; then agreed=$((agreed + 1)); else agreed=0; fi
    if [ "$agreed" -ge 3 ]; then
      say "no member has a majority, all have told their positions, and mine is the furthest: leading"
      sql "SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'"
      agreed=0
    fi
  done
}

help_out &
exec socat TCP-LISTEN:4569,reuseaddr,fork,max-children=16 EXEC:'sh /scripts/mariadb-answer.sh'
