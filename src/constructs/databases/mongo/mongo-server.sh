#!/bin/bash
# Starts the MongoDB server of one member. One with data takes part in the set
# that it remembers; mongo-member.sh, which runs beside it, cares for the others.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

# Below the volume, and not the volume itself: a new file system has a directory of its own there.
DATA=/data/db/mongo

umask 077
check_password "$MONGO_PASSWORD"
check_password "$MONGO_KEY"
# A server that does not find its own name in the set thinks that it was removed.
wait_for_own_name
mkdir -p "$DATA"
# Kubernetes lets the group read what it mounts, which MongoDB refuses for a key.
rm -f /tmp/key
printf '%s' "$MONGO_KEY" >/tmp/key
chmod 400 /tmp/key

# Quiet about connections, for each question is one.
set -- --quiet --replSet "${POD_NAME%-*}" --bind_ip_all --port 27017 --dbpath "$DATA" --keyFile /tmp/key --wiredTigerCacheSizeGB "$MONGO_CACHE_GB"
if [ -n "${MONGO_TLS:-}" ]; then
  cat /tls/tls.key /tls/tls.crt >/tmp/member.pem
  set -- "$@" --tlsMode preferTLS --tlsCertificateKeyFile /tmp/member.pem --tlsCAFile /tls/ca.crt --tlsAllowConnectionsWithoutCertificates
fi
bash /scripts/mongo-member.sh &
if [ -e /config/wanted ]; then bash /scripts/mongo-ensure.sh & fi
exec mongod "$@"
