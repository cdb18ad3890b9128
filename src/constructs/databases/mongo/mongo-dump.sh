#!/bin/bash
# Dumps all databases of a MongoDB replica set, with its users, into the
# directory $1: from one secondary, or from the primary if there is no other.
# Needs HOSTS and MONGO_PASSWORD.
set -euo pipefail
# shellcheck source=mongo-hello.sh
. /scripts/mongo-hello.sh
# shellcheck source=choose-member.sh
. /scripts/choose-member.sh

choose() {
  from='' primary=''
  for host in $HOSTS; do
    case $(standing "$(hello "$host")") in
      secondary) from=$host; return ;;
      primary) primary=$host ;;
    esac
  done
  from=$primary
}

choose_in_time
echo "dumping $from"
umask 077
# In a file, so that it is not seen in the list of processes.
printf "password: '%s'\n" "${MONGO_PASSWORD//\'/\'\'}" >/tmp/mongodump.yaml
set -- "$1" --config=/tmp/mongodump.yaml --uri="mongodb://$from:27017/?directConnection=true" --username=root --authenticationDatabase=admin --readPreference=secondaryPreferred
if [ -n "${MONGO_TLS:-}" ]; then set -- "$@" --ssl --sslCAFile=/tls/ca.crt; fi
# With the oplog, the dump is of the moment of its end. All of it must come from one member.
mongodump "${@:2}" --oplog --gzip --archive="$1/dump.archive.gz" 2>&1 | tee "$1/mongodump.log"
# The counts of the collections, with which the restore check compares its own.
grep -q 'done dumping' "$1/mongodump.log"
