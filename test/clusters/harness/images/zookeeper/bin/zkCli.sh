#!/bin/bash
# As the image's own, out of the jars of /jars.
# shellcheck disable=SC2086 # several flags
exec java $CLIENT_JVMFLAGS -cp '/etc/zookeeper:/jars/*' org.apache.zookeeper.ZooKeeperMain "$@"
