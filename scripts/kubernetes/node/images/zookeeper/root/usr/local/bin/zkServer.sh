#!/bin/bash
# zkServer.sh start-foreground [FILE]: Debian's classes, with the options that the image's script takes from the environment.
# shellcheck disable=SC2086 # options, parted by blanks
exec java $JVMFLAGS $SERVER_JVMFLAGS -cp /usr/share/java/zookeeper.jar:/usr/share/java/slf4j-simple.jar:/usr/share/java/netty-codec.jar:/usr/share/java/netty-resolver.jar:/usr/share/java/netty-transport-native-unix-common.jar org.apache.zookeeper.server.quorum.QuorumPeerMain "${2:-/conf/zoo.cfg}"
