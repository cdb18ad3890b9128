#!/bin/bash
# Loads the dump in the directory $1 into a MongoDB server in the directory $2.
set -euo pipefail
# shellcheck source=mongo-hello.sh
. /scripts/mongo-hello.sh

# Collections with documents, "NAMESPACE COUNT", that a tool says it is done with, by its words for it. Views have none, and only one of the
# tools tells of them. The databases of MongoDB itself are restored in other ways.
collections() {
  sed -nE "s/^.*[[:space:]]$1 (.+) \(([1-9][0-9]*) documents?.*$/\1 \2/p" "$2" | sed 's/\.system\.buckets\./\./' | grep -vE '^(admin|config|local)\.' | sort || true
}

mkdir "$2/data"
mongod --quiet --bind_ip 127.0.0.1 --port 27017 --nounixsocket --dbpath "$2/data" --wiredTigerCacheSizeGB 0.5 >"$2/mongod.log" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
until [ -n "$(hello 127.0.0.1)" ]; do
  kill -0 "$server" 2>/dev/null || { tail "$2/mongod.log" >&2; echo "the server did not come up" >&2; exit 1; }
  sleep 1
done

mongorestore --uri=mongodb://127.0.0.1:27017 --gzip --archive="$1/dump.archive.gz" --oplogReplay 2>&1 | tee "$2/mongorestore.log"
# It ends with 0 also where documents were refused.
grep -q ' 0 document(s) failed to restore' "$2/mongorestore.log" || { echo "some documents could not be restored" >&2; exit 1; }
collections 'done dumping' "$1/mongodump.log" >"$2/dumped"
collections 'finished restoring' "$2/mongorestore.log" >"$2/restored"
diff "$2/dumped" "$2/restored" || { echo "the dump (<) and the server (>) have different collections" >&2; exit 1; }
HOME=/tmp mongosh --quiet --norc --nodb /scripts/mongo-restore-check.js
echo "a server came up with the dump's $(wc -l <"$2/dumped") collections that hold documents"
