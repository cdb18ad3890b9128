#!/bin/sh
# Takes one backup, and removes the oldest ones once it is complete.
#
# 1. The database is dumped into a directory with another name.
# 2. The dump is on the disk, with its sums: it gets the name of a backup.
# 3. Only then are the oldest removed. The newest KEEP stay, and so does the
#    last one that was proven to work.
# A dump that fails changes nothing, and the Job fails.
#
# Arguments: a command that dumps the database into the directory that it is
# given as its last argument.
set -eu
# shellcheck source=backup-common.sh
. /scripts/backup-common.sh

# A name of its own, also for one that is taken in the same second.
while name=$(date -u +%Y%m%dT%H%M%SZ) && [ -e "$BACKUPS/$name" ]; do sleep 1; done
partial=$BACKUPS/partial-$name

remove_oldest() {
  surplus=$(($(complete_backups | wc -l) - KEEP))
  [ "$surplus" -gt 0 ] || return 0
  spared=$(last_proven_backup)
  for old in $(complete_backups | head -n "$surplus"); do
    if [ "$old" = "$name" ] || [ "$old" = "$spared" ]; then continue; fi
    # Under its name a backup is whole, so it loses that first.
    if mv "$BACKUPS/$old" "$BACKUPS/partial-$old" && rm -rf "$BACKUPS/partial-$old"; then
      say "removed the backup $old"
    else
      say "the backup $old could not be removed" >&2
    fi
  done
}

umask 077
# What runs that were killed have left.
rm -rf "$BACKUPS"/partial-*
mkdir "$partial"
trap 'rm -rf "$partial"' EXIT

"$@" "$partial" || fail "the dump ended with exit code $?; the backups that exist stay as they are"
[ -n "$(ls "$partial")" ] || fail "the dump is empty; the backups that exist stay as they are"
(cd "$partial" && sha256sum -- * >"$partial/.sums" && mv .sums SHA256SUMS) || fail "the dump could not be summed"
sync "$partial"/* "$partial"
mv "$partial" "$BACKUPS/$name"
sync "$BACKUPS"
say "the backup $name is complete: $(du -sh "$BACKUPS/$name" | cut -f 1)"
remove_oldest
