#!/bin/sh
# Runs before PgBouncer: writes who may log in, with the passwords, to /run/pgbouncer/userlist.txt. PgBouncer needs them as they are, to log in to the
# server itself. Needs USERS, and the password of the first of them as PASSWORD_0, of the second as PASSWORD_1, and so on.
set -eu
# shellcheck source=../scripts/passwords.sh
. /scripts/passwords.sh

umask 077
index=0
for user in $USERS; do
  eval "password=\$PASSWORD_$index"
  # shellcheck disable=SC2154 # eval has set it
  check_password "$password"
  printf '"%s" "%s"\n' "$user" "$(printf '%s' "$password" | sed 's/"/""/g')"
  index=$((index + 1))
done >/run/pgbouncer/userlist.txt
