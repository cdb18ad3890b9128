#!/bin/sh
# Finds the member that a dump is taken from. Needs HOSTS, and a function `choose` that sets $from to one of them, or to nothing if none may be asked.

# A NetworkPolicy lets a new pod in only when the nodes of the members know its address. Until then nobody answers it, however well the members are.
# In seconds.
ASK_FOR=${ASK_FOR:-60}

choose_in_time() {
  end=$(($(date +%s) + ASK_FOR))
  choose
  while [ -z "$from" ]; do
    [ "$(date +%s)" -lt "$end" ] || { echo "no member serves of: $HOSTS" >&2; exit 1; }
    sleep 2
    choose
  done
}
