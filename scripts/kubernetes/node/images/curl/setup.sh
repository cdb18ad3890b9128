#!/bin/sh
# Makes Debian's curl look like the image curlimages/curl: user 100.
set -eu
root=$1
chroot "$root" groupadd --gid 101 curl_group
chroot "$root" useradd --uid 100 --gid 101 --home-dir /home/curl_user --create-home curl_user
