#!/bin/bash
# Runs what it is told, which is zkServer.sh start-foreground.
set -e
exec "$@"
