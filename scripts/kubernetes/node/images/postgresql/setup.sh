#!/bin/sh
# Makes Debian's PostgreSQL look like the image postgres: user 999, no cluster of Debian's own.
set -eu
root=$1
chroot "$root" groupmod --gid 999 postgres
chroot "$root" usermod --uid 999 --home /var/lib/postgresql postgres
rm -rf "$root/etc/postgresql" "$root/var/lib/postgresql/17"
mkdir -p "$root/var/lib/postgresql" "$root/run/postgresql"
chown -R 999:999 "$root/var/lib/postgresql" "$root/run/postgresql"
chmod 3777 "$root/run/postgresql"
