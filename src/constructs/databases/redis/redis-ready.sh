#!/bin/sh
# Ready: the server may serve reads. A replica must be linked to its primary.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

info=$(ask_redis 127.0.0.1 "$REDIS_PORT" INFO replication | tr -d '\r')
case $info in
  *role:master*) ;;
  *role:slave*master_link_status:up*) ;;
  *) echo "not linked to a primary"; exit 1 ;;
esac
