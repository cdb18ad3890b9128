#!/bin/sh
# Makes Debian's exporter look like the image prom/mysqld-exporter.
set -eu
ln -s /usr/bin/prometheus-mysqld-exporter "$1/bin/mysqld_exporter"
