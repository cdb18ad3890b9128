#!/bin/bash
# Runs beside a server that was never one of a whole cluster ($1: the node that it joins, or itself): writes down when it is.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=rabbitmq-common.sh
. /scripts/rabbitmq-common.sh

until listens && count=$(count_members) && [ -n "$count" ]; do sleep 1; done
if [ ! -e "$MEMBER" ]; then
  if [ "$1" != "$node" ] && [ "$count" = 1 ]; then
    say "started on my own and not with $1: starting anew"
    rabbitmqctl stop
    exit
  fi
  touch "$MEMBER"
  say "a member of a cluster of $count"
fi
while [ "${count:-0}" -lt "$REPLICAS" ]; do
  sleep 2
  count=$(count_members)
done
touch "$FORMED"
