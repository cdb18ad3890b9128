#!/bin/bash
# dial.sh HOST:PORT …: prints those that accept a TCP connection, one per line.
for target; do
  { : <"/dev/tcp/${target/://}" && echo "$target"; } 2>/dev/null &
done
wait
