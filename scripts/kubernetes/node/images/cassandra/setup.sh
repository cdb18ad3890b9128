#!/bin/sh
# Makes Debian's Java look like the image cassandra: user 999, no data.
set -eu
root=$1
chroot "$root" groupadd --non-unique --gid 999 cassandra
chroot "$root" useradd --non-unique --uid 999 --gid 999 --no-create-home --home-dir /var/lib/cassandra cassandra
mkdir -p "$root/var/lib/cassandra" "$root/var/log/cassandra"
chown 999:999 "$root/var/lib/cassandra" "$root/var/log/cassandra"
chmod 755 "$root"/usr/local/bin/*
