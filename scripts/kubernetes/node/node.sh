#!/usr/bin/env bash
# node.sh FOLDER NAME: the first process of a node. It has namespaces of its own for mounts, processes, network and host name, so
# whatever a node mounts or starts is gone with it, as with a machine that is switched off. What its disk holds is in FOLDER.
set -euo pipefail
folder=$1
name=$2

hostname "$name"
# Volumes that are mounted later must be seen in containers.
mount --make-rshared /
for place in lib log; do
  mkdir -p "$folder/$place"
  mount --bind "$folder/$place" "/var/$place"
done
# Empty after a restart, as on any machine.
mount -t tmpfs -o mode=755 run /run
echo 1 >/proc/sys/net/ipv4/ip_forward

# The kubelet sets these for the whole kernel, which is not this node's. It finds them set.
kernel_setting() {
  mkdir -p "$folder/kernel"
  echo "$2" >"$folder/kernel/${1//\//.}"
  mount --bind "$folder/kernel/${1//\//.}" "/proc/sys/$1"
}
kernel_setting vm/overcommit_memory 1
kernel_setting vm/panic_on_oom 0
kernel_setting kernel/panic 10
kernel_setting kernel/panic_on_oops 1
kernel_setting kernel/keys/root_maxkeys 1000000
kernel_setting kernel/keys/root_maxbytes 25000000

touch "$folder/started"
# Processes whose parent has ended are children of this one. The shell waits for them all.
while :; do
  sleep 3600 &
  wait $!
done
