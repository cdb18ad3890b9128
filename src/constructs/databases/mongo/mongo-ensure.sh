#!/bin/bash
# Runs beside the server where databases, users or scripts are asked for: has them made on the primary, and again when a password is written anew.
set -uo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mongo-hello.sh
. /scripts/mongo-hello.sh

# What is made follows from these files and from nothing else.
fingerprint() {
  { cat /config/wanted; cat /passwords/users/* 2>/dev/null; } | sha256sum
}

made=''
while sleep 3; do
  now=$(fingerprint)
  if [ "$now" = "$made" ] || [ "$(standing "$(hello 127.0.0.1)")" != primary ]; then continue; fi
  if HOME=/tmp HOST=$me timeout 900 mongosh --quiet --norc --nodb /scripts/mongo-ensure.js; then made=$now; else sleep 10; fi
done
