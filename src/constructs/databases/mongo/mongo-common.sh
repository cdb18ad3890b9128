#!/bin/bash
# How a member of a MongoDB replica set asks itself and the others. Needs members.sh.

# shellcheck source=mongo-hello.sh
. /scripts/mongo-hello.sh

# An answer as text: what is no text separates lines.
lines_of() {
  # shellcheck disable=SC2001,SC2059 # the bytes are a format
  printf "$(echo "$1" | sed 's/../\\x&/g')" | tr -c '[:print:]' '\n'
}

MEMBER_NAME="${POD_NAME%-*}-[0-9]+\\.$SERVICE\\.$POD_NAMESPACE\\.svc\\.cluster\\.local"

# The members of the set as an answer names them.
members_in() {
  lines_of "$1" | grep -oE "$MEMBER_NAME" | sort -u
}

# The primary as an answer names it; nothing if there is none.
primary_in() {
  lines_of "$1" | grep -A 6 -x primary | grep -oE "$MEMBER_NAME" | head -n 1
}

# A member in an answer that was scaled away: beyond the number of members, and
# its pod is gone. Nothing if there is none.
former_member() {
  local host number
  for host in $(members_in "$1"); do
    number=${host%%.*}
    if [ "${number##*-}" -ge "$REPLICAS" ] && ! getent hosts "$host" >/dev/null; then
      echo "$host"
      return
    fi
  done
}
