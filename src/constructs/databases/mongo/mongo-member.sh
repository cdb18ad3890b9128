#!/bin/bash
# Runs beside the server.
#
# 1. The server is in a set: nothing to do, but to take the votes of members
#    that were scaled away. The first primary makes the accounts.
# 2. It is in none, and another member is in one: I ask the primary to add me,
#    unless the set knows me; then it tells my server by itself.
# 3. It is in none, and so are all others: ordinal 0 makes the set of all of
#    them. MongoDB refuses this if one of them is silent or has data.
# In every other case I ask again.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mongo-common.sh
. /scripts/mongo-common.sh

# Changes the set: initiate, accounts, add or remove. See mongo-member.js.
change() {
  HOME=/tmp CHANGE=$1 PRIMARY=${2:-} HOST=${3:-} MEMBERS=$(for i in $(ordinals); do member "$i"; done) SET=${POD_NAME%-*} \
    timeout 120 mongosh --quiet --norc --nodb /scripts/mongo-member.js
}

# Sets $outside to how many others are in no set, $known to an answer of one that is in a set.
ask_members() {
  outside=0 known=''
  local i answer
  for i in $(ordinals); do
    if [ "$i" = "$ordinal" ]; then continue; fi
    answer=$(hello "$(member "$i")")
    case $(standing "$answer") in
      out) outside=$((outside + 1)) ;;
      ?*) if [ -z "$known" ] || [ -n "$(primary_in "$answer")" ]; then known=$answer; fi ;;
    esac
  done
}

# What a server does that is in no set.
find_set() {
  ask_members
  if [ -n "$known" ]; then
    agreed=0
    primary=$(primary_in "$known")
    if members_in "$known" | grep -qxF "$me"; then
      say "waiting: the set knows me and will tell my server"
    elif [ -n "$primary" ]; then
      say "asking the primary $primary to add me"
      change add "$primary" "$me"
    else
      say "waiting: the set has no primary"
    fi
  elif [ "$ordinal" = 0 ] && [ "$outside" = $((REPLICAS - 1)) ]; then
    # Members are asked one after the other, so one may have changed meanwhile: two rounds must agree.
    agreed=$((agreed + 1))
    if [ "$agreed" -ge 2 ]; then
      say "no member is in a set: making one of all of them"
      change initiate
    fi
  else
    agreed=0
    say "waiting: I am in no set, nor are $outside of the $((REPLICAS - 1)) others, and nobody is in one"
  fi
}

take_vote_of_former_members() {
  former=$(former_member "$1")
  primary=$(primary_in "$1")
  if [ -n "$former" ] && [ -n "$primary" ]; then
    say "taking the vote of the former member $former"
    change remove "$primary" "$former"
  fi
}

agreed=0 accounts=''
while sleep 2; do
  answer=$(hello 127.0.0.1)
  case $(standing "$answer") in
    out) find_set; continue ;;
    primary) if [ -z "$accounts" ]; then change accounts "$me" && accounts=made; fi ;;
  esac
  agreed=0
  take_vote_of_former_members "$answer"
done
