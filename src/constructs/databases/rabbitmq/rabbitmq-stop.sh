#!/bin/bash
# Before a member stops: waits until every queue keeps its majority without it, but not for ever, for a cluster may be stopped as a
# whole. Then others lead its queues, and its clients go to other members.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh

[ -e /data/formed ] || exit 0
if [ "$REPLICAS" -gt 1 ]; then timeout 60 rabbitmq-upgrade await_online_quorum_plus_one -t 50; fi
timeout 60 rabbitmq-upgrade drain
exit 0
