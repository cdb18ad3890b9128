#!/bin/sh
# Ready: Sentinel knows every replica, so that it can choose the one that is
# furthest ahead, and enough other Sentinels to be elected by. What it knows
# it keeps, so a member that goes down later takes no readiness away.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

ask_redis 127.0.0.1 "$SENTINEL_PORT" SENTINEL MASTER "$PRIMARY_NAME" | tr -d '\r' | awk -v count="$REPLICAS" '
  key == "" { key = $0; next }
  { value[key] = $0; key = "" }
  END { exit !(value["num-slaves"] >= count - 1 && value["num-other-sentinels"] >= int(count / 2)) }'
