#!/usr/bin/env bash
# Installs what a real node of `npm run kubernetes -- up --nodes 1` needs, from Debian's packages. Needs root. Starts no
# service, and does nothing if all of it is there.
set -euo pipefail

PACKAGES=(
  containerd runc containernetworking-plugins
  iptables ipset conntrack iproute2 util-linux
  openssl mmdebstrap shellcheck
)

installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for package in "${PACKAGES[@]}"; do
  installed "$package" || missing+=("$package")
done
if [ "${#missing[@]}" = 0 ]; then
  echo "All packages are installed: ${PACKAGES[*]}"
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
