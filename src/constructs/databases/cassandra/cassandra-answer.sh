#!/bin/bash
# Tells whoever asks what this member is.
#
# who: `empty` (waits to be told what to do), `joining`, `starting`, or, once
#      it is part of the ring, `member HOST-ID`.
# ring: the same, and of a member also all that it sees and remembers:
#      `UN ADDRESS HOST-ID` as in nodetool status, and `knows ORDINAL HOST-ID`.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh

if ! answers_clients || [ -e "$DATA/joining" ] || [ ! -s "$DATA/host-id" ]; then
  cat "$STATE" 2>/dev/null || echo starting
  exit
fi
echo "member $(cat "$DATA/host-id")"
[ "$1" = ring ] || exit 0
ring_here
echo "knows $ordinal $(cat "$DATA/host-id")"
for file in "$DATA"/members/*; do
  [ -e "$file" ] && echo "knows ${file##*/} $(cat "$file")"
done
exit 0
