#!/bin/bash
# How a member of a ZooKeeper ensemble asks another. Needs members.sh.

CLIENT_PORT=2181
# shellcheck disable=SC2034 # for the scripts that read this one
WAITING_PORT=2180

# Sends a four letter word and prints the answer; nothing if nobody answers.
four_letters() {
  timeout 2 bash -c "exec 3<>/dev/tcp/$1/$2 && printf $3 >&3 && cat <&3" 2>/dev/null
}

# The mode of a server: leader, follower, observer or standalone; nothing if it does not serve.
mode_of() {
  four_letters "$1" "${2:-$CLIENT_PORT}" srvr | sed -n 's/^Mode: //p'
}

# The members of the ensemble as a server knows them, as lines of a configuration.
membership() {
  four_letters "$1" "$CLIENT_PORT" conf | grep -E '^server\.[0-9]+='
}

# A member as a line of a configuration, with a role.
server_line() {
  echo "server.$(($1 + 1))=$(member "$1"):2888:3888:$2;0.0.0.0:$CLIENT_PORT"
}

# The id of a voter that was scaled away: beyond the number of members, and its
# pod is gone. Nothing if there is none.
former_voter() {
  for id in $(membership 127.0.0.1 | sed -nE 's/^server\.([0-9]+)=.*/\1/p' | sort -rn); do
    if [ "$id" -gt "$REPLICAS" ] && ! getent hosts "$(member $((id - 1)))" >/dev/null; then
      echo "$id"
      return
    fi
  done
}
