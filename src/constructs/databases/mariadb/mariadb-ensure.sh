#!/bin/sh
# Runs beside the server where databases, users or scripts are asked for: makes them on the first of the members that serve. See sql-ensure.sh.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh
# shellcheck source=sql-ensure.sh
. /scripts/sql-ensure.sh

local_sql() {
  mariadb --no-defaults --user="${1:-root}" --socket=/run/mysqld/mysqld.sock --default-character-set=utf8mb4 --batch --skip-column-names
}

# Every member that serves could. Two that both think that they are the first do no harm: what one makes is there for the other.
leads() {
  [ "$(wsrep cluster_status)" = Primary ] && [ "$(wsrep ready)" = ON ] || return 1
  for i in $(ordinals); do
    [ "$i" != "$ordinal" ] || return 0
    if still_leads "$i"; then return 1; fi
  done
}

still_leads() {
  [ "$(answer_of "$(member "$1")")" = primary ]
}

# MariaDB writes statements into the file of what it sends to members that were away, so it is told no password, but what it would make of it.
identified_by() {
  twice=$(for byte in $(printf '%s' "$1" | sha1sum | cut -c 1-40 | sed 's/../0x& /g'); do printf '%b' "\\0$(printf '%o' "$byte")"; done | sha1sum | cut -c 1-40 | tr a-f A-F)
  [ "${#twice}" = 40 ] || { echo "no password could be made: is sha1sum missing?" >&2; return 1; }
  printf "BY PASSWORD '*%s'" "$twice"
}

ensure_for_ever
