#!/usr/bin/env bash
# Gets the servers that `npm run test:clusters` runs: Debian's packages of the machine, root file systems of other suites, the jars of
# Maven artifacts and Python packages, all of which are kept in ~/.cache. Needs root, and `npm ci` done. Starts no service, and does nothing if all of it is there.
set -euo pipefail

PACKAGES=(
  mmdebstrap maven default-jre-headless python3-pip
  runc iproute2 dnsmasq-base openssl curl shellcheck
  haproxy
  nfs-ganesha nfs-ganesha-vfs libnfs-utils
)

installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for package in "${PACKAGES[@]}"; do
  installed "$package" || missing+=("$package")
done
if [ "${#missing[@]}" != 0 ]; then
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
fi

cd "$(dirname "$0")/.."
npx tsx --tsconfig tsconfig.dev.json scripts/clusters/main.ts
