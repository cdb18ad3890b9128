#!/bin/bash
# Alive: the server answers, also while it waits for the others or copies their data.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mongo-common.sh
. /scripts/mongo-common.sh

[ -n "$(hello 127.0.0.1)" ]
