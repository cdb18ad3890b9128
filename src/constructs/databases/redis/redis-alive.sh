#!/bin/sh
# Alive: the server answers, even if only to say that it is still loading.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh

ask_redis 127.0.0.1 "${1:-$REDIS_PORT}" PING | grep -qE 'PONG|LOADING|MASTERDOWN'
