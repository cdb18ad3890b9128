#!/bin/sh
# Copies a volume to an empty one, and fails unless everything arrived as it was.
set -eu
old=$1
new=$2

if [ -b "$old" ]; then
  dd if="$old" of="$new" bs=4M conv=fsync
  exit
fi

# lost+found belongs to the file system, not to the data.
find "$old" -mindepth 1 -maxdepth 1 ! -name lost+found -exec cp -a {} "$new/" \;
# Who may not do this has not chosen the owner of the old one either.
chown "$(stat -c %u:%g "$old")" "$new" 2>/dev/null || true
chmod "$(stat -c %a "$old")" "$new" 2>/dev/null || true
sync

# cp says it when it cannot keep an owner, and goes on all the same.
list() {
  cd "$1"
  find . -mindepth 1 -path ./lost+found -prune -o -mindepth 1 ! -type f -exec stat -c '%F %u %g %a %n' {} +
  find . -path ./lost+found -prune -o -type f -exec stat -c '%F %u %g %a %n %s' {} +
}
lists=$(mktemp -d)
list "$old" | sort > "$lists/old"
list "$new" | sort > "$lists/new"
if ! diff "$lists/old" "$lists/new" > "$lists/differences"; then
  echo 'the copy differs (owner, group, mode, name, size):' >&2
  head -n 20 "$lists/differences" >&2
  exit 1
fi
echo "copied $(wc -l < "$lists/old") entries"
