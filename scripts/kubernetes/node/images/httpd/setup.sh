#!/bin/sh
# Makes Debian's Apache look like the image httpd.
set -eu
root=$1
apache=$root/usr/local/apache2
mkdir -p "$apache/htdocs" "$apache/logs" "$apache/cgi-bin"
ln -s /usr/lib/apache2/modules "$apache/modules"
echo '<html><body><h1>It works!</h1></body></html>' >"$apache/htdocs/index.html"
chmod 755 "$apache/bin/httpd" "$root/usr/local/bin/httpd-foreground"
