#!/bin/bash
# Ready: the server takes part in an ensemble that has a majority, with a vote
# of its own, and nobody who is gone for good has one.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=zookeeper-common.sh
. /scripts/zookeeper-common.sh

[[ $(mode_of 127.0.0.1) =~ leader|follower ]] && membership 127.0.0.1 | grep -qE "^server\.$((ordinal + 1))=.*:participant" && [ -z "$(former_voter)" ]
