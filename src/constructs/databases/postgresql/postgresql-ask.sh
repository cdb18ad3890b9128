#!/bin/bash
# How members are asked where they stand, by pods that are none.

# Whether the agent of the member $1 answers yes to the question $2: primary or replica. One that is silent counts as no.
answers() {
  local status
  # shellcheck disable=SC2016 # the words are those of the inner shell
  status=$(timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/8008" && printf "GET /%s HTTP/1.0\r\n\r\n" "$1" >&3 && read -r _ status _ <&3 && echo "$status"' "$1" "$2" 2>/dev/null) || return
  [ "$status" = 200 ]
}
