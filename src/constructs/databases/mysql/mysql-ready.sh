#!/bin/sh
# Ready: the member is part of the majority and holds its data.
set -eu
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mysql-common.sh
. /scripts/mysql-common.sh

[ "$(standing)" = serves ]
