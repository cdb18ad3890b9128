#!/bin/sh
# Makes Debian's busybox look like the image busybox: its commands come first.
set -eu
root=$1
mkdir -p "$root/usr/local/bin"
chroot "$root" /bin/busybox --install -s /usr/local/bin
