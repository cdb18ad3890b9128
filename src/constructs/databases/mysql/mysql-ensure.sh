#!/bin/sh
# Runs beside the server where databases, users or scripts are asked for: makes them on the primary. See sql-ensure.sh.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh
# shellcheck source=sql-ensure.sh
. /scripts/sql-ensure.sh

local_sql() {
  mysql --no-defaults --user="${1:-root}" --socket="$SOCKET" --default-character-set=utf8mb4 --batch --skip-column-names
}

# The primary of a majority, once it takes writes.
leads() {
  [ "$(sql "SELECT CONCAT(MEMBER_ROLE, @@super_read_only) FROM performance_schema.replication_group_members WHERE MEMBER_ID=@@server_uuid AND MEMBER_STATE='ONLINE'")" = PRIMARY0 ] &&
    [ "$(standing)" = serves ]
}

# There is one primary, and this member is it.
still_leads() {
  false
}

# The server writes only what it makes of the password, also into its logs.
identified_by() {
  printf "BY '%s'" "$(printf '%s' "$1" | sed "s/['\\\\]/\\\\&/g")"
}

ensure_for_ever
