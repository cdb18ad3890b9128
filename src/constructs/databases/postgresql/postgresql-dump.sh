#!/bin/bash
# Copies the files of the whole server into the directory $1, with the log that makes them consistent: from a member that only reads, or from the
# primary if there is no other. Needs HOSTS and PGPASSWORD, that of the user `replicator`.
set -euo pipefail
# shellcheck source=postgresql-ask.sh
. /scripts/postgresql-ask.sh
# shellcheck source=choose-member.sh
. /scripts/choose-member.sh

choose() {
  local question member
  from=''
  for question in replica primary; do
    for member in $HOSTS; do
      if answers "$member" "$question"; then
        from=$member
        return
      fi
    done
  done
}

choose_in_time
echo "copying from $from"
pg_basebackup --host="$from" --username=replicator --no-password --pgdata="$1" --format=tar --gzip --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
