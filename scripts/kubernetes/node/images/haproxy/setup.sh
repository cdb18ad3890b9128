#!/bin/sh
# Makes Debian's HAProxy look like the image haproxy: user 99.
set -eu
root=$1
chroot "$root" groupmod --gid 99 haproxy
chroot "$root" usermod --uid 99 --home /var/lib/haproxy haproxy
mkdir -p "$root/var/lib/haproxy" "$root/usr/local/etc/haproxy"
chown 99:99 "$root/var/lib/haproxy"
ln -s /usr/sbin/haproxy "$root/usr/local/sbin/haproxy"
chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"
