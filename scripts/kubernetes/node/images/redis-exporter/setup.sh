#!/bin/sh
# Makes Debian's exporter look like the image oliver006/redis_exporter: one program at the root.
set -eu
ln -s /usr/bin/prometheus-redis-exporter "$1/redis_exporter"
