#!/usr/bin/env bash
# Installs the servers that `npm run test:clusters` runs, from Debian's packages. Needs root. Starts no service.
set -euo pipefail

SERVERS=(
  redis-server redis-sentinel haproxy
  mariadb-server mariadb-backup socat
  zookeeper
  runc iproute2 dnsmasq-base shellcheck
)

# Debian starts a service when its package is installed, unless this says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "${SERVERS[@]}"
