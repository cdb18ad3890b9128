#!/bin/sh
# What a backup is: a directory of /backups with the time of its beginning as its name, and the sums of its files.

BACKUPS=/backups

say() {
  echo "$(date -u +%FT%TZ) $*"
}

fail() {
  say "FAILED: $*" >&2
  exit 1
}

# Names of all complete backups, oldest first. What is not complete has another name.
complete_backups() {
  for backup in "$BACKUPS"/[0-9]*T[0-9]*Z; do
    if [ -e "$backup/SHA256SUMS" ]; then echo "${backup##*/}"; fi
  done
}

# The name of the newest backup from which a RestoreCheck has brought up a server; nothing if there is none.
last_proven_backup() {
  for backup in $(complete_backups); do
    if [ -e "$BACKUPS/$backup/proven" ]; then proven=$backup; fi
  done
  echo "${proven:-}"
}
