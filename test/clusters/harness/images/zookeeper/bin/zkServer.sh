#!/bin/bash
# As the image's own, out of the jars of /jars.
# shellcheck disable=SC2086 # several flags
exec java $SERVER_JVMFLAGS -cp '/etc/zookeeper:/jars/*' org.apache.zookeeper.server.quorum.QuorumPeerMain "$2"
