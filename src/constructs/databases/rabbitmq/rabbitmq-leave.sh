#!/bin/bash
# Run this in the member with the highest ordinal before `replicas` is lowered by one: it gives its copies of queues away
# and leaves the cluster. If it is wanted again later, it joins as a new member.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=rabbitmq-common.sh
. /scripts/rabbitmq-common.sh

if [ "$ordinal" != $((REPLICAS - 1)) ] || [ "$ordinal" = 0 ]; then
  echo "lowering 'replicas' takes away member $((REPLICAS - 1)), and this is member $ordinal; member 0 stays" >&2
  exit 1
fi
rabbitmq-upgrade drain
shrink "$node" "$node"
rm -f "$FORMED" "$MEMBER"
rabbitmqctl stop_app
rabbitmqctl reset
say "the others hold what I held: now set 'replicas' to $((REPLICAS - 1))"
