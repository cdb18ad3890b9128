#!/bin/sh
# Ready: the member is part of the majority and holds its data. The passwords of a new database are set by then.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh

[ "$(wsrep cluster_status)" = Primary ] || exit 1
[ "$(wsrep ready)" = ON ] || exit 1
rm -f "$DATA/init.sql"
