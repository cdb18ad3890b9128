#!/bin/bash
# What a member of a Cassandra ring knows of itself and asks the others. Needs members.sh, and POD_IP.

# shellcheck disable=SC2034 # for the scripts that read this one
DATA=/var/lib/cassandra
STATE=/tmp/state
CQL_PORT=9042
# shellcheck disable=SC2034
GOSSIP_PORT=7000

# A loaded machine takes its time to start nodetool, which is a JVM.
NODETOOL_SECONDS=30

# Asks another member one of two questions (see cassandra-answer.sh); nothing if it is silent.
ask() {
  timeout $((NODETOOL_SECONDS + 10)) python3 /scripts/cassandra-ask.py "$1" "$2" 2>/dev/null
}

# Says of this member what the others shall know until it is part of the ring.
tell() {
  echo "$*" >"$STATE.new"
  mv "$STATE.new" "$STATE"
}

# True once clients are answered: Cassandra opens this port when it has joined the ring, and not before.
# The frame is the one with which a client asks for options; the answer begins with 84 (hexadecimal).
answers_clients() {
  # shellcheck disable=SC2016
  [ "$(timeout 4 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "\4\0\0\0\5\0\0\0\0" >&3 && head -c 1 <&3 | od -An -tx1' "$POD_IP" "$CQL_PORT" 2>/dev/null | tr -d ' ')" = 84 ]
}

# The ring as this member's server sees it: a line for each member with its state, address and host ID.
ring_here() {
  timeout "$NODETOOL_SECONDS" nodetool status 2>/dev/null | awk '
    $1 ~ /^[UD][NLJM]$/ { for (i = 3; i <= NF; i++) if (length($i) == 36 && $i ~ /^[0-9a-f-]+$/) print $1, $2, $i }'
}

# My host ID, as the server that runs here says.
own_host_id() {
  timeout "$NODETOOL_SECONDS" nodetool info 2>/dev/null | sed -nE 's/^ID +: +([0-9a-f-]{36})$/\1/p'
}
