#!/bin/bash
# Alive: the server answers, even if it has no majority, or waits for the others.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=zookeeper-common.sh
. /scripts/zookeeper-common.sh

[ "$(four_letters 127.0.0.1 "$CLIENT_PORT" ruok)" = imok ] || [ "$(mode_of 127.0.0.1 "$WAITING_PORT")" = standalone ]
