#!/usr/bin/env bash
# Installs the servers that `npm run test:clusters` runs, from Debian's packages. Needs root. Starts no service,
# and does nothing if they are all there.
set -euo pipefail

SERVERS=(
  redis-server redis-sentinel haproxy prometheus-redis-exporter
  mariadb-server mariadb-backup socat
  zookeeper libnetty-java
  runc iproute2 dnsmasq-base openssl curl shellcheck
)

installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for server in "${SERVERS[@]}"; do
  installed "$server" || missing+=("$server")
done
if [ "${#missing[@]}" = 0 ]; then
  echo "All servers are installed: ${SERVERS[*]}"
  exit 0
fi

# Debian starts a service when its package is installed, unless this says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}"
