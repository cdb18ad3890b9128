#!/bin/bash
# Writes keys to Redis, one after the other. Needs DATABASE, a host, and PASSWORD.
export REDISCLI_AUTH=$PASSWORD
for ((n = 0; ; n++)); do
  # Both must go over one connection: WAIT asks for what was written there.
  answer=$(printf 'SET key-%d x\nWAIT 1 2000\n' "$n" | timeout 4 redis-cli -h "$DATABASE" 2>&1 | tr -d '\r')
  if [[ $answer =~ ^OK$'\n'[1-9] ]]; then echo "ok key-$n $(date +%s%3N)"; else echo "no key-$n $answer" && sleep 0.2; fi
  sleep 0.05
done
