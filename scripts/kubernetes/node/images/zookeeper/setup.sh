#!/bin/sh
# Makes Debian's ZooKeeper look like the image zookeeper: user 1000, its commands in /apache-zookeeper-bin, configuration in /conf.
set -eu
root=$1
chroot "$root" groupadd --gid 1000 zookeeper 2>/dev/null || chroot "$root" groupmod --gid 1000 zookeeper
chroot "$root" useradd --uid 1000 --gid 1000 --no-create-home zookeeper 2>/dev/null || chroot "$root" usermod --uid 1000 zookeeper
mkdir -p "$root/conf" "$root/data" "$root/datalog" "$root/logs"
chown 1000:1000 "$root/conf" "$root/data" "$root/datalog" "$root/logs"
chmod 755 "$root"/usr/local/bin/zk*.sh "$root/usr/local/bin/docker-entrypoint.sh"
