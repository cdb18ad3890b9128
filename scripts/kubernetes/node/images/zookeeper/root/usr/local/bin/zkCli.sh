#!/bin/bash
# shellcheck disable=SC2086 # options, parted by blanks
exec java $JVMFLAGS $CLIENT_JVMFLAGS -cp /usr/share/java/zookeeper.jar:/usr/share/java/slf4j-simple.jar:/usr/share/java/netty-codec.jar:/usr/share/java/netty-resolver.jar:/usr/share/java/netty-transport-native-unix-common.jar org.apache.zookeeper.ZooKeeperMain "$@"
