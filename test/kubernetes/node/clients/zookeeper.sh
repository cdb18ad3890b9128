#!/bin/bash
# Creates nodes in ZooKeeper, one after the other, over one session. Needs DATABASE, a host.
n=0
while :; do
  coproc zkCli.sh -server "$DATABASE:2181" 2>&1
  # The client prints what it created, or why not. One that says nothing for 5 seconds is replaced.
  while kill -0 "$COPROC_PID" 2>/dev/null; do
    echo "create /key-$n x" >&"${COPROC[1]}" || break
    created=
    while read -r -t 5 line <&"${COPROC[0]}"; do
      if [[ $line == *"Created /key-$n" || $line == *"Node already exists: /key-$n" ]]; then created=yes && break; fi
      if [[ $line == *ConnectionLoss* || $line == *"Connection refused"* || $line == *Session*expired* ]]; then break; fi
    done
    if [ -n "$created" ]; then echo "ok key-$n $(date +%s%3N)"; else echo "no key-$n $line" && break; fi
    n=$((n + 1))
    sleep 0.05
  done
  kill "$COPROC_PID" 2>/dev/null
  wait "$COPROC_PID" 2>/dev/null
  sleep 0.5
done
