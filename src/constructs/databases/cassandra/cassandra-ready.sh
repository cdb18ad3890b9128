#!/bin/bash
# Ready: the member has joined the ring, and answers clients.
set -u
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=cassandra-common.sh
. /scripts/cassandra-common.sh

if [ -e "$DATA/joining" ]; then exit 1; fi
answers_clients
