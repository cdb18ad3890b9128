#!/bin/bash
# Runs beside the server. Once it serves: a new member asks for its vote, and
# takes the vote from members that were scaled away.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=zookeeper-common.sh
. /scripts/zookeeper-common.sh

# The password goes through standard input, so it is not seen in the list of processes.
reconfigure() {
  printf '%s\n' "addauth digest super:$ZOO_SUPER_PASSWORD" "reconfig $*" quit |
    CLIENT_JVMFLAGS="-Xmx64m" timeout 60 zkCli.sh -server "127.0.0.1:$CLIENT_PORT" 2>&1 | grep -E 'Committed|rror|xception|failed'
}

is_voter() {
  membership 127.0.0.1 | grep -qE "^server\.$1=.*:participant"
}

while sleep 2; do
  mode=$(mode_of 127.0.0.1)
  [ -n "$mode" ] || continue
  if ! is_voter $((ordinal + 1)); then
    say "asking for a vote"
    reconfigure -add "$(server_line "$ordinal" participant)"
  else
    former=$(former_voter)
    if [ -n "$former" ]; then
      say "taking the vote of the former member $((former - 1))"
      reconfigure -remove "$former"
    fi
  fi
done
