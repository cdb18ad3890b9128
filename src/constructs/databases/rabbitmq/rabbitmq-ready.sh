#!/bin/bash
# Ready: the cluster has had all its members, so that a new queue has as many copies as it should, and the server takes connections.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=rabbitmq-common.sh
. /scripts/rabbitmq-common.sh

[ -e "$FORMED" ] && listens
