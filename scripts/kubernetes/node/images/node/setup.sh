#!/bin/sh
# Makes Debian's nodejs look like the image node: user node has the number 1000, and the program is in /usr/local/bin.
set -eu
root=$1
chroot "$root" groupadd --gid 1000 node
chroot "$root" useradd --uid 1000 --gid 1000 --create-home --shell /bin/sh node
ln -s /usr/bin/node "$root/usr/local/bin/node"
