#!/bin/sh
# Makes Debian's RabbitMQ look like the image rabbitmq: user 999, no data, commands that do not change the user.
set -eu
root=$1
chroot "$root" groupmod --non-unique --gid 999 rabbitmq
chroot "$root" usermod --non-unique --uid 999 --gid 999 rabbitmq
rm -rf "$root/etc/rabbitmq" "$root/var/lib/rabbitmq" "$root/var/log/rabbitmq"
mkdir -p "$root/etc/rabbitmq" "$root/var/lib/rabbitmq" "$root/var/log/rabbitmq"
chown -R 999:999 "$root/etc/rabbitmq" "$root/var/lib/rabbitmq" "$root/var/log/rabbitmq"
chmod 755 "$root/usr/local/bin/own-command.sh"
for command in rabbitmq-server rabbitmqctl rabbitmq-diagnostics rabbitmq-queues rabbitmq-upgrade; do
  ln -s own-command.sh "$root/usr/local/bin/$command"
done
