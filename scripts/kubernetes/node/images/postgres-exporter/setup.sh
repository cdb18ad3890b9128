#!/bin/sh
# Makes Debian's exporter look like the image prometheuscommunity/postgres-exporter.
set -eu
root=$1
ln -s /usr/bin/prometheus-postgres-exporter "$root/bin/postgres_exporter"
