#!/bin/sh
# Copies of backups in a bucket of S3: the same files under the same name. One is complete when its SHA256SUMS is there, which is sent
# last, after rclone has compared what it sent with the sums that the server tells.
#
# upload          sends every backup that the bucket lacks, and removes the oldest ones there if S3_KEEP says how many stay
# download NAME   brings the backup of that name
# newest          brings the newest one, in place of what it brought before
# proven          remembers in the bucket that the one that was brought could be restored
#
# Needs REMOTE and the variables of rclone. Runs in the image of rclone, whose commands are those of busybox.
set -eu
# shellcheck source=backup-common.sh
. /scripts/backup-common.sh
# shellcheck source=s3-common.sh
. /scripts/s3-common.sh

# Sets $listing to the files that say what a backup is.
list() {
  listing=$(rclone lsf --recursive --files-only --include '/*/SHA256SUMS' --include '/*/proven' "$REMOTE") ||
    fail "the bucket could not be read; nothing was changed"
}

# Names of the backups in the bucket that have the file $1, oldest first.
that_have() {
  echo "$listing" | sed -n "s,^\([0-9]*T[0-9]*Z\)/$1\$,\1,p" | sort
}

is_complete() {
  that_have SHA256SUMS | grep -qx "$1"
}

is_sound() {
  (cd "$1" && sha256sum -c SHA256SUMS >/dev/null)
}

send() {
  is_sound "$BACKUPS/$1" || { say "files of the backup $1 are not what was written" >&2; return 1; }
  # Files that an upload which was stopped has sent already are not sent again.
  rclone copy --exclude /SHA256SUMS --exclude /proven "$BACKUPS/$1" "$REMOTE/$1" || return 1
  rclone copyto "$BACKUPS/$1/SHA256SUMS" "$REMOTE/$1/SHA256SUMS" || return 1
  say "the backup $1 is in the bucket"
}

remove_oldest() {
  surplus=$(($(that_have SHA256SUMS | wc -l) - S3_KEEP))
  spared="$(last_proven_backup) $(that_have proven | tail -n 1)"
  if [ "$surplus" -gt 0 ]; then
    for old in $(that_have SHA256SUMS | head -n "$surplus"); do
      case " $spared " in *" $old "*) continue ;; esac
      # With its sums a backup is complete, so it loses them first.
      if rclone deletefile "$REMOTE/$old/SHA256SUMS" && rclone purge "$REMOTE/$old"; then
        say "removed the backup $old from the bucket"
      else
        say "the backup $old could not be removed from the bucket" >&2
      fi
    done
  fi
  # What was left when a run was stopped.
  for partial in $(rclone lsf --dirs-only "$REMOTE" | sed -n 's,^\([0-9]*T[0-9]*Z\)/$,\1,p'); do
    is_complete "$partial" || rclone purge "$REMOTE/$partial"
  done
}

upload() {
  list
  failed=0
  # The newest first. What the bucket would not keep is not sent.
  for name in $(complete_backups | sort -r | head -n "${S3_KEEP:-1000000}"); do
    is_complete "$name" || send "$name" || failed=$((failed + 1))
  done
  [ "$failed" = 0 ] || fail "$failed backups could not be sent to the bucket; they stay on the volume, and nothing was removed"
  list
  [ -z "${S3_KEEP:-}" ] || remove_oldest
}

download() {
  name=$1
  list
  is_complete "$name" || fail "the bucket has no complete backup $name"
  [ ! -e "$BACKUPS/$name" ] || { say "the backup $name is here"; return 0; }
  umask 077
  partial=$BACKUPS/partial-$name
  rm -rf "$partial"
  rclone copy --exclude /proven "$REMOTE/$name" "$partial" || fail "the backup $name could not be brought from the bucket"
  is_sound "$partial" || fail "files of the backup $name in the bucket are not what was written"
  mv "$partial" "$BACKUPS/$name"
  say "the backup $name was brought from the bucket"
}

newest() {
  rm -rf "$BACKUPS"/[0-9]*T[0-9]*Z
  list
  newest=$(that_have SHA256SUMS | tail -n 1)
  [ -n "$newest" ] || fail "there is no backup in the bucket"
  download "$newest"
}

proven() {
  name=$(complete_backups | tail -n 1)
  date -u +%FT%TZ | rclone rcat "$REMOTE/$name/proven"
  say "the bucket remembers that the backup $name could be restored"
}

"$@"
