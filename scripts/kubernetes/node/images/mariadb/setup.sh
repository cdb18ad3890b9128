#!/bin/sh
# Makes Debian's MariaDB look like the image mariadb: user 999, data in /var/lib/mysql, a server for everybody.
set -eu
root=$1
chroot "$root" groupmod --gid 999 mysql
chroot "$root" usermod --uid 999 mysql
# Of the packages only what the server reads anyway.
find "$root/etc/mysql" -name '*.cnf' -path '*mariadb.conf.d*' -delete
rm -rf "$root/var/lib/mysql" "$root/etc/mysql/debian.cnf"
mkdir -p "$root/var/lib/mysql" "$root/var/log/mysql" "$root/run/mysqld"
chown -R 999:999 "$root/var/lib/mysql" "$root/run/mysqld" "$root/var/log/mysql"
chmod 777 "$root/run/mysqld"
chmod 755 "$root/usr/local/bin/docker-entrypoint.sh"
