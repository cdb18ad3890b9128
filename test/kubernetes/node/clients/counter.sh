#!/bin/sh
# Writes 1, 2, 3, … to a file, a line each, for ever. It goes on after the last line that is there.
set -eu
file=$1
trap 'exit 0' TERM
touch "$file"
next=$(($(wc -l <"$file") + 1))
while :; do
  echo "$next" >>"$file"
  next=$((next + 1))
  sleep 0.1
done
