#!/bin/sh
# Brings up a server of its own from the newest backup, and remembers that it worked.
# Needs MAX_AGE, in seconds: an older backup tells that none has been taken since.
#
# Arguments: a command that restores a dump; its last two arguments are the
# directory of the dump, and an empty one for the server.
set -eu
# shellcheck source=backup-common.sh
. /scripts/backup-common.sh

SCRATCH=/scratch

newest=$(complete_backups | tail -n 1)
[ -n "$newest" ] || fail "there is no backup"
backup=$BACKUPS/$newest
age=$(($(date +%s) - $(stat -c %Y "$backup/SHA256SUMS")))
[ "$age" -le "$MAX_AGE" ] || fail "the newest backup, $newest, is $((age / 3600)) hours old"
[ "$age" -ge -3600 ] || fail "the newest backup, $newest, is of the future; a clock was wrong: rename it"

say "checking the backup $newest"
(cd "$backup" && sha256sum --check --quiet SHA256SUMS) || fail "files of the backup $newest are not what was written"
# A volume may hold a directory of its file system.
umask 077
rm -rf "$SCRATCH/server"
mkdir "$SCRATCH/server"
"$@" "$backup" "$SCRATCH/server" || fail "the backup $newest cannot be restored"
touch "$backup/proven"
say "the backup $newest was restored"
