#!/bin/sh
# How a dump in SQL is written to a compressed file, and read from one. Both
# ends of each pipe are asked whether they succeeded.

# Writes what a command prints, which must end as a dump ends, to the file $1.
dump_to() {
  file=$1 failed=''
  shift
  pipe=/tmp/dump
  rm -f "$pipe"
  mkfifo "$pipe"
  gzip <"$pipe" >"$file" &
  compressor=$!
  "$@" >"$pipe" || failed=$?
  wait "$compressor" || failed=$?
  [ -z "$failed" ] || exit "$failed"
  gzip -dc "$file" | tail -n 1 | grep -q '^-- Dump completed' || { echo "the dump has no end: $file" >&2; exit 1; }
}

# Feeds the file $1 to a command. The first statement that fails ends it.
load_from() {
  file=$1
  shift
  pipe=/tmp/load
  rm -f "$pipe"
  mkfifo "$pipe"
  gzip -dc "$file" >"$pipe" &
  reader=$!
  "$@" <"$pipe"
  wait "$reader"
}

# Number of tables in the file $1. No data can look like this: it has no line of its own.
tables_in() {
  gzip -dc "$1" | grep -c '^-- Table structure for table ' || true
}
