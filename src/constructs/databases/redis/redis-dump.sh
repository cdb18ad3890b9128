#!/bin/sh
# Dumps a Redis cluster into the directory $1: from a replica that is linked to
# its primary, or from the primary if there is none. Needs HOSTS and REDISCLI_AUTH.
set -eu
# shellcheck source=redis-common.sh
. /scripts/redis-common.sh
# shellcheck source=choose-member.sh
. /scripts/choose-member.sh

choose() {
  from='' primary=''
  for host in $HOSTS; do
    case $(ask_redis "$host" "$REDIS_PORT" INFO replication | tr -d '\r') in
      *role:slave*master_link_status:up*) from=$host; return ;;
      *role:master*) primary=$host ;;
    esac
  done
  from=$primary
}

choose_in_time
echo "dumping $from"
if [ -n "${REDIS_TLS:-}" ]; then
  "$ENGINE-cli" -h "$from" -p "$REDIS_PORT" --tls --cacert /tls/ca.crt --cert /tls/tls.crt --key /tls/tls.key --rdb "$1/dump.rdb"
else
  "$ENGINE-cli" -h "$from" -p "$REDIS_PORT" --rdb "$1/dump.rdb"
fi
# It may have come to an end and still be torn.
"$ENGINE-check-rdb" "$1/dump.rdb"
