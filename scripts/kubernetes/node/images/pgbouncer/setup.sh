#!/bin/sh
# Makes Debian's PgBouncer look like the image of CloudNativePG: user 998, no configuration.
set -eu
root=$1
chroot "$root" useradd --non-unique --uid 998 --no-create-home --home-dir /var/lib/pgbouncer --user-group pgbouncer
rm -rf "$root/etc/pgbouncer"
ln -s /usr/sbin/pgbouncer "$root/usr/bin/pgbouncer"
