#!/bin/sh
# Alive: the server answers, also while it waits for the others, copies from them or catches up.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh

timeout 5 mysqladmin --no-defaults --user=root --socket="$SOCKET" ping >/dev/null 2>&1
