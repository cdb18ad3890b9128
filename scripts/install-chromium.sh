#!/usr/bin/env bash
# Installs the browser that `npm run test:browser` needs, from Debian's packages. Needs root, and does nothing if it is there.
set -euo pipefail

if command -v chromium >/dev/null; then
  echo "Chromium is installed: $(command -v chromium)"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends chromium fonts-liberation
