#!/bin/sh
# Alive: the member answers, waits for the others, or is being sent their data.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh

sql 'SELECT 1' >/dev/null || [ -e "$DATA/sst_in_progress" ] || grep -qE '^(empty|at)' "$STATE"
