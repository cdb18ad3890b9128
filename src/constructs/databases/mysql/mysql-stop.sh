#!/bin/sh
# Before a primary stops: hand over to another member, which waits for the
# transactions that run. The server itself leaves the group when it stops.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh

# The next primary if this member is the primary: the one with the least left to execute. Nothing if there is none.
successor=$(sql "SELECT other.MEMBER_ID
  FROM performance_schema.replication_group_members AS me
  JOIN performance_schema.replication_group_members AS other ON other.MEMBER_ID<>me.MEMBER_ID AND other.MEMBER_STATE='ONLINE'
  LEFT JOIN performance_schema.replication_group_member_stats AS stats ON stats.MEMBER_ID=other.MEMBER_ID
  WHERE me.MEMBER_ID=@@server_uuid AND me.MEMBER_STATE='ONLINE' AND me.MEMBER_ROLE='PRIMARY'
  ORDER BY stats.COUNT_TRANSACTIONS_REMOTE_IN_APPLIER_QUEUE, other.MEMBER_HOST
  LIMIT 1")
[ -n "$successor" ] || exit 0
say "handing over to $successor"
printf "SELECT group_replication_set_as_primary('%s', 30);\n" "$successor" | timeout 60 mysql --no-defaults --user=root --socket="$SOCKET" --batch --skip-column-names
