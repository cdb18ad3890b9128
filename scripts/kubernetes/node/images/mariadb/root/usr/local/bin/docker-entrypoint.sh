#!/bin/bash
# Options are those of mariadbd, which runs as its own user if the container does not say who, and makes an empty database
# with the password of MARIADB_ROOT_PASSWORD.
set -eo pipefail
if [[ ${1:-} == -* ]]; then set -- mariadbd "$@"; fi
if [ "${1:-}" != mariadbd ]; then exec "$@"; fi
if [ "$(id -u)" = 0 ]; then
  chown -R mysql:mysql /var/lib/mysql /run/mysqld
  exec setpriv --reuid=mysql --regid=mysql --clear-groups "$0" "$@"
fi
if [ ! -d /var/lib/mysql/mysql ]; then
  : "${MARIADB_ROOT_PASSWORD:?say which password root shall have}"
  mariadb-install-db --datadir=/var/lib/mysql --auth-root-authentication-method=normal --skip-test-db >/dev/null
  printf "ALTER USER root@localhost IDENTIFIED BY '%s';\nCREATE USER root@'%%' IDENTIFIED BY '%s';\nGRANT ALL ON *.* TO root@'%%' WITH GRANT OPTION;\n" \
    "$MARIADB_ROOT_PASSWORD" "$MARIADB_ROOT_PASSWORD" >/tmp/first.sql
  set -- "$@" --init-file=/tmp/first.sql
fi
exec "$@"
