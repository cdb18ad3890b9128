#!/bin/sh
# Makes Debian's MySQL look like the image mysql: user 999, no data, the shell of Oracle Linux.
set -eu
root=$1
chroot "$root" groupadd --gid 999 mysql
chroot "$root" useradd --uid 999 --gid 999 --no-create-home --home-dir /var/lib/mysql mysql
rm -rf "$root/etc/mysql"
mkdir -p "$root/var/lib/mysql" "$root/run/mysqld"
chown -R 999:999 "$root/var/lib/mysql" "$root/run/mysqld"
ln -sf bash "$root/usr/bin/sh"
