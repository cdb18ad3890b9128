#!/bin/bash
# Alive: the server speaks with the other members, waits for them, has left the ring, or started not long ago.
# Needs START_SECONDS: how long it may take to start, with a log to replay.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh

if timeout 2 bash -c "exec 3<>/dev/tcp/$POD_IP/$GOSSIP_PORT" 2>/dev/null; then exit 0; fi
if [ -e "$DATA/left" ] || [ "$(cat "$STATE" 2>/dev/null)" = empty ]; then exit 0; fi
[ $(($(date +%s) - $(stat -c %Y "$STATE"))) -lt "$START_SECONDS" ]
