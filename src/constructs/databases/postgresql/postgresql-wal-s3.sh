#!/bin/sh
# The log of a PostgreSqlCluster in a bucket: what postgresql-receive-wal.sh has in /wal, compressed file by file, in a folder for each database:
# <prefix>/wal-<system identifier>/
#
#   <segment>.gz                  a whole segment
#   <segment>.partial-<many>.gz   one that is being written: what has more of it has a greater number, and another name, so that none replaces another
#   <time line>.history.gz        where a time line began
#   owner                         who sends here
#
# send          sends without end what the bucket lacks, and removes what nobody needs any more
# ready         whether all that was there LATE minutes ago is in the bucket
# bring NAME    brings all of the log that follows the backup of that name to /wal/from-bucket
#
# Needs REMOTE, BACKUPS_REMOTE (that of the backups), KEEP in minutes and the variables of rclone. Runs in the image of rclone, whose commands are those of busybox.
set -eu
# shellcheck source=backup-common.sh
. /scripts/backup-common.sh

WAL=/wal
OWN=/tmp/wal-s3
INTERVAL=${INTERVAL:-10}
LATE=${LATE:-5}
CLEAN_EVERY=${CLEAN_EVERY:-3600}
# An archive that has not been seen for so many seconds is there no more.
TAKE_OVER=${TAKE_OVER:-180}

# A probe, which needs nothing of the bucket.
if [ "$1" = ready ]; then
  if [ -n "$(find "$OWN/current" -mmin "-$LATE" 2>/dev/null)" ]; then exit 0; fi
  echo "the bucket lacks what was received $LATE minutes ago" >&2
  exit 1
fi

# shellcheck source=s3-common.sh
. /scripts/s3-common.sh

# What fails is done again in the next round.
bucket() {
  rclone --retries 1 "$@"
}

seconds() {
  cut -d . -f 1 /proc/uptime
}

# Whether nobody else sends here: who does says so each minute. Two would mix the logs of a database and of its copy, which cannot be told apart.
is_mine() {
  now=$(seconds)
  [ "$((now - owned))" -ge 60 ] || return 0
  [ -s "$WAL/owner" ] || cat /proc/sys/kernel/random/uuid >"$WAL/owner"
  me=$(cat "$WAL/owner")
  bucket lsf "$FOLDER/owner" >"$OWN/found" || return 1
  seen=''
  [ ! -s "$OWN/found" ] || seen=$(bucket cat "$FOLDER/owner") || return 1
  case $seen in
    '' | "$me "*) ;;
    *)
      [ "$seen" = "$watched" ] || { watched=$seen watched_since=$now; }
      if [ "$((now - watched_since))" -lt "$TAKE_OVER" ]; then
        say "another archive has sent to $FOLDER: waiting whether it is still there. If it is, give one of the two another prefix" >&2
        return 1
      fi
      say "the archive that has sent to $FOLDER was not there for $TAKE_OVER s: this one goes on"
      ;;
  esac
  echo "$me $(date -u +%FT%TZ)" | bucket rcat "$FOLDER/owner" || return 1
  owned=$now
}

# Paths of what was received, also before a gap, sorted by the name of the file, which is that of its place in the log.
received() {
  find "$WAL" -maxdepth 1 -type f >"$OWN/found"
  for gap in "$WAL"/gap-*; do
    if [ -d "$gap" ]; then find "$gap" -type f >>"$OWN/found"; fi
  done
  sed -n -E 's#^(.*/)([0-9A-F]{8}\.history|[0-9A-F]{24}(\.partial)?)$#\2 \1\2#p' "$OWN/found" | sort -u -k 1,1
}

# Sends the file $1 as $2, and remembers that. It fails for one that has another name by now, which is sent in the next round.
send_as() {
  gzip -c "$1" >"$OWN/object" || return 1
  # rclone compares what it sent with the sum that the server tells.
  bucket copyto --no-check-dest "$OWN/object" "$FOLDER/$2" || return 1
  echo "$(stat -c %s "$OWN/object");$2" >>"$SENT"
}

# A time line that began elsewhere in the bucket than here is another one.
is_other_history() {
  bucket lsf "$FOLDER/$2" >"$OWN/found" || return 0
  [ -s "$OWN/found" ] || return 1
  bucket copyto --no-check-dest "$FOLDER/$2" "$OWN/theirs" || return 0
  ! gzip -dc "$OWN/theirs" | cmp -s - "$1"
}

send_history() {
  if is_other_history "$1" "$2"; then
    say "the bucket has another $2, or it cannot be read: this would be the log of a copy of the database, which needs another prefix. Nothing is sent" >&2
    return 1
  fi
  send_as "$1" "$2"
}

# Objects in the bucket that have a part of the segment $1.
parts_of() {
  sed -n "s,.*;\($1\.partial-[0-9]*\.gz\)\$,\1,p" "$SENT"
}

# Removes the objects that the file $1 names, which others have replaced. Where that is not allowed, they stay.
forget() {
  while read -r object; do
    bucket deletefile "$FOLDER/$object" || say "$object could not be removed from the bucket" >&2
    grep -v ";$object\$" "$SENT" >"$SENT.new" || true
    mv "$SENT.new" "$SENT"
  done <"$1"
}

# Sends the segment $1 that is being written, if there is more of it than before.
send_partial() {
  name=$(basename "$1" .partial)
  if [ ! -e "$1" ] || grep -q ";$name\.gz\$" "$SENT"; then return 0; fi
  bytes=$(tr -d '\000' <"$1" | wc -c)
  object=$(printf '%s.partial-%08d.gz' "$name" "$bytes")
  if grep -q ";$object\$" "$SENT"; then return 0; fi
  parts_of "$name" >"$OWN/replaced"
  send_as "$1" "$object" || return 1
  forget "$OWN/replaced"
}

send_whole() {
  send_as "$1" "$2" || return 1
  say "the bucket has ${2%.gz}"
  parts_of "${2%.gz}" >"$OWN/replaced"
  forget "$OWN/replaced"
}

# What the bucket lacks: history, then whole segments, oldest first, then those that are being written.
send_missing() {
  received >"$OWN/received" || return 1
  sed 's,^[^;]*;,,' "$SENT" >"$OWN/known" || return 1
  sed -n -E 's,^([^ ]*\.history|[^ .]*) .*,\1.gz,p' "$OWN/received" >"$OWN/whole" || return 1
  awk 'FILENAME == ARGV[1] { known[$0] = 1; next } !known[$0]' "$OWN/known" "$OWN/whole" >"$OWN/missing" || return 1
  waiting=$(wc -l <"$OWN/missing")
  { grep history "$OWN/missing"; grep -v history "$OWN/missing"; } >"$OWN/queue"
  while read -r object; do
    # It may be long since the last one.
    is_mine || return 1
    path=$(sed -n "s,^${object%.gz} ,,p" "$OWN/received")
    case $object in
      *.history.gz) send_history "$path" "$object" ;;
      *) send_whole "$path" "$object" ;;
    esac || { say "$waiting files wait for the bucket" >&2; return 1; }
    waiting=$((waiting - 1))
  done <"$OWN/queue"
  sed -n 's,^[^ ]*\.partial ,,p' "$OWN/received" >"$OWN/queue" || return 1
  while read -r path; do
    send_partial "$path" || { say "the newest of the log waits for the bucket" >&2; return 1; }
  done <"$OWN/queue"
}

# The number of the first segment of the log that a backup needs, by the end of its manifest: 256 segments of 16 MiB have one higher half of a position.
first_segment() {
  sed -n 's,.*"Start-LSN": "\([0-9A-F]*\)/\([0-9A-F]*\)".*,\1 \2,p' "$1" | while read -r high low; do echo "$((0x$high * 256 + (0x$low >> 24)))"; done | sort -n | head -n 1
}

# Sets $needed to the first segment that the oldest complete backup in the bucket needs.
find_needed() {
  bucket lsf --recursive --files-only --include '/*/SHA256SUMS' "$BACKUPS_REMOTE" >"$OWN/found" || return 1
  : >"$OWN/first"
  sed -n 's,^\([0-9]*T[0-9]*Z\)/SHA256SUMS$,\1,p' "$OWN/found" >"$OWN/backups"
  while read -r name; do
    bucket cat --tail 4096 "$BACKUPS_REMOTE/$name/backup_manifest" >"$OWN/manifest" || return 1
    first=$(first_segment "$OWN/manifest")
    [ -n "$first" ] || { say "the manifest of the backup $name does not say where its log begins" >&2; return 1; }
    echo "$first" >>"$OWN/first"
  done <"$OWN/backups"
  needed=$(sort -n "$OWN/first" | head -n 1)
  [ -n "$needed" ] || { say "the bucket has no complete backup: nothing of the log is removed there" >&2; return 1; }
}

# Objects older than KEEP that no backup needs. What is here still would be sent again, and goes later.
remove_old() {
  bucket lsf --files-only --use-server-modtime --min-age "${KEEP}m" "$FOLDER" | sed -n -E 's#^[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})(\.partial-[0-9]*)?\.gz$#\1 \2 &#p' >"$OWN/old"
  [ -s "$OWN/old" ] || return 0
  find_needed || return 1
  cut -d ' ' -f 1 "$OWN/received" | sed 's,\.partial$,,' >"$OWN/here"
  while read -r log segment object; do
    if [ "$((0x$log * 256 + 0x$segment))" -lt "$needed" ] && ! grep -qx "${object%%.*}" "$OWN/here"; then echo "$object"; fi
  done <"$OWN/old" >"$OWN/surplus"
  [ -s "$OWN/surplus" ] || return 0
  bucket delete --files-from "$OWN/surplus" "$FOLDER" || return 1
  say "removed $(wc -l <"$OWN/surplus") objects from the bucket that no backup needs"
}

# Compares what the bucket has with what it is known to have, and removes what is there twice, or is old.
clean() {
  bucket lsf --files-only --format sp "$FOLDER" >"$OWN/listing" || return 1
  awk 'FILENAME == ARGV[1] { there[$0] = 1; next } there[$0] && !seen[$0]++' "$OWN/listing" "$SENT" >"$SENT.new" || return 1
  mv "$SENT.new" "$SENT"
  # Of one that is being written the greatest number is the newest; when it is whole, none is needed.
  sed 's,^[^;]*;,,' "$OWN/listing" | sort -r | awk '/^[0-9A-F]+\.gz$/ { whole[substr($0, 1, 24)] = 1 } /\.partial-/ { partial[++count] = $0 }
    END { for (one = 1; one <= count; one++) { name = substr(partial[one], 1, 24); if (whole[name] || seen[name]++) print partial[one] } }' >"$OWN/twice"
  forget "$OWN/twice"
  remove_old
}

round() {
  [ -s "$WAL/system" ] || { say "nothing of the log was received yet" >&2; return 1; }
  system=$(cat "$WAL/system")
  if [ "$FOLDER" != "$REMOTE/wal-$system" ]; then FOLDER=$REMOTE/wal-$system SENT=$WAL/sent-$system owned=-1000 cleaned=''; fi
  touch "$SENT" "$OWN/begun"
  is_mine || return 1
  done=0
  send_missing || done=1
  if [ -z "$cleaned" ] || [ "$(($(seconds) - cleaned))" -ge "$CLEAN_EVERY" ]; then
    cleaned=$(seconds)
    clean || say "the bucket was not cleaned" >&2
  fi
  return "$done"
}

send() {
  trap 'exit 143' TERM
  umask 077
  rm -rf "$OWN"
  mkdir "$OWN"
  FOLDER='' owned=-1000 watched='' cleaned=''
  while :; do
    if round; then mv "$OWN/begun" "$OWN/current"; fi
    # A signal is heard at once.
    sleep "$INTERVAL" &
    wait "$!"
  done
}

# Names of the objects that follow a backup, whose first segment is $1, as its name without the time line: all that are whole, and of others those that are the newest.
wanted() {
  awk -v first="$1" '/^[0-9A-F]+\.history\.gz$/ { print } /^[0-9A-F]+(\.partial-[0-9]+)?\.gz$/ && length($0) > 24 && "x" substr($0, 9, 16) >= "x" first { print }'
}

# Unpacks what was brought. What is damaged is left out: only if it is needed, the restore will say so.
unpack_log() {
  for object in "$1"/*.gz; do
    name=$(basename "$object" .gz)
    if gzip -dc "$object" >"$1/unpacked"; then
      mv "$1/unpacked" "$1/${name%-*}"
    elif gzip -t "$object" 2>/dev/null; then
      fail "$name could not be unpacked: is there room on the volume of the archive? Nothing was changed"
    else
      say "$name is damaged" >&2
    fi
    rm -f "$object" "$1/unpacked"
  done
}

# Tells of each segment that is not there between others. A time line after another one begins in the segment in which that one ended.
tell_holes() {
  for file in "$1"/*; do basename "$file" .partial; done | sed -n -E 's,^[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})$,\1 \2,p' | sort -u | while read -r log segment; do
    number=$((0x$log * 256 + 0x$segment))
    if [ "$number" -gt "$((${last:-$2 - 1} + 1))" ]; then say "the bucket lacks the log before $log$segment: no later time can be restored" >&2; fi
    last=$number
  done
}

bring() {
  backup=$BACKUPS/$1
  [ -e "$backup/SHA256SUMS" ] || fail "there is no backup $1"
  umask 077
  rm -rf "$OWN" "$WAL/from-bucket" "$WAL/partial-from-bucket"
  mkdir "$OWN"
  trap 'rm -rf "$WAL/partial-from-bucket"' EXIT
  # The header of each segment tells whose log it is.
  segment=$(tar -tzf "$backup/pg_wal.tar.gz" | grep -E '^[0-9A-F]{24}$' | head -n 1)
  system=$(tar -xzOf "$backup/pg_wal.tar.gz" "$segment" | head -c 32 | tail -c 8 | od -An -t u8 | tr -d ' ')
  FOLDER=$REMOTE/wal-$system
  number=$(first_segment "$backup/backup_manifest")
  [ -n "$number" ] || fail "the manifest of the backup $1 does not say where its log begins"
  bucket lsf --files-only "$FOLDER" >"$OWN/listing" || fail "the bucket could not be read; nothing was changed"
  wanted "$(printf '%08X%08X' "$((number / 256))" "$((number % 256))")" <"$OWN/listing" | sort >"$OWN/wanted"
  [ -s "$OWN/wanted" ] || fail "the bucket has no log of the database with the identifier $system after the backup $1"
  rclone copy --files-from "$OWN/wanted" "$FOLDER" "$WAL/partial-from-bucket" || fail "the log could not be brought from the bucket; nothing was changed"
  unpack_log "$WAL/partial-from-bucket"
  tell_holes "$WAL/partial-from-bucket" "$number"
  mv "$WAL/partial-from-bucket" "$WAL/from-bucket"
  say "brought $(wc -l <"$OWN/wanted") objects of the log from the bucket"
}

"$@"
