#!/bin/sh
# Makes Debian's Redis look like the image redis: user 999, data in /data, no configuration.
set -eu
root=$1
chroot "$root" groupmod --gid 999 redis
chroot "$root" usermod --uid 999 redis
rm -rf "$root/etc/redis"
mkdir -p "$root/data"
chown 999:999 "$root/data"
chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"
