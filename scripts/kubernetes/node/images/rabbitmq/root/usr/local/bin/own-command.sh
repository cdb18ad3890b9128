#!/bin/sh
# Debian's commands in /usr/sbin change the user first; those of the image do not.
exec "/usr/lib/rabbitmq/bin/$(basename "$0")" "$@"
