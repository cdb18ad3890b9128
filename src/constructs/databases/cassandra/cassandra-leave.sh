#!/bin/bash
# Run this in the member with the highest ordinal before `replicas` is lowered by one: it hands its data
# to the others and leaves the ring. If it is wanted again later, it joins as a new member.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh

if [ "$ordinal" != $((REPLICAS - 1)) ]; then
  echo "lowering 'replicas' takes away member $((REPLICAS - 1)), and this is member $ordinal" >&2
  exit 1
fi
nodetool decommission
touch "$DATA/left"
say "the others hold what I held: now set 'replicas' to $((REPLICAS - 1))"
