#!/bin/sh
# Makes Debian's nginx look like the image nginx: user 101, pages in /usr/share/nginx/html, logs on the standard streams.
set -eu
root=$1
chroot "$root" groupadd --gid 101 nginx
chroot "$root" useradd --uid 101 --gid 101 --home-dir /nonexistent --no-create-home nginx
rm -rf "$root/etc/nginx/sites-enabled" "$root/etc/nginx/sites-available" "$root/etc/nginx/modules-enabled"
mkdir -p "$root/var/cache/nginx" "$root/var/log/nginx" "$root/usr/share/nginx/html"
ln -sf /dev/stdout "$root/var/log/nginx/access.log"
ln -sf /dev/stderr "$root/var/log/nginx/error.log"
echo '<html><body><h1>Welcome to nginx!</h1></body></html>' >"$root/usr/share/nginx/html/index.html"
